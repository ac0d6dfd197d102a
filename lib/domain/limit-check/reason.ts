import type { Instant } from "@/lib/domain/instant";
import type { ReasonCode } from "@/lib/domain/limit-check/reason-codes";
import type { LimitScope, Window } from "@/lib/domain/limits/limit";

export type Severity = "block" | "warn" | "info";
export type ReasonOwner = "acquirer" | "merchant" | "terminal" | "payer" | "system";
export type ReasonCause =
  | "limit"
  | "merchant"
  | "compliance"
  | "terminal"
  | "card"
  | "network"
  | "maintenance"
  | "software";
export type ReasonAction =
  | "REQUEST_LIMIT_CHANGE"
  | "REDUCE_AMOUNT"
  | "WAIT"
  | "USE_OTHER_TERMINAL"
  | "FIX_TERMINAL"
  | "CONTACT_ACQUIRER"
  | "COMPLETE_REQUIREMENT"
  | "ASK_OTHER_CARD"
  | "NONE";

/** An attribute a limit filters by that the caller did not give; named as on the wire. */
export type AssumedAttribute = "entry_mode" | "funding_source" | "card_origin";

/**
 * The limit a reason speaks of. `measure` says what the figures are: minor units of `currency`, or a
 * number of charges. A per-transaction limit has nothing used, reserved or reset.
 */
export type LimitFigures = {
  kind: "limit";
  limitId: string;
  scope: LimitScope;
  store: string | null;
  terminalId: string | null;
  window: Window;
  windowSeconds: number | null;
  measure: "amount" | "count";
  currency: string;
  limit: number;
  used: number | null;
  reserved: number | null;
  remaining: number;
  resetsAt: Instant | null;
  assumed: readonly AssumedAttribute[];
};

/** What a reason is about, beyond its code: enough to write its sentence. */
export type ReasonSubject =
  | LimitFigures
  | { kind: "requirement"; requirementCode: string; deadlineAt: Instant | null }
  | { kind: "maintenance"; maintenanceWindowId: string; endsAt: Instant }
  | { kind: "status"; status: string; statusReason: string | null }
  | { kind: "currency"; currency: string; accepted: readonly string[] }
  | { kind: "attribute"; value: string; enabled: readonly string[] }
  | { kind: "hours"; tradingHours: string }
  | { kind: "reported"; reportedMerchantId: string | null; reportedTerminalId: string | null }
  | { kind: "ceiling"; currency: string; ceilingMinor: number }
  | { kind: "none" };

type ReasonOf<S extends Severity> = {
  code: ReasonCode;
  severity: S;
  owner: ReasonOwner;
  cause: ReasonCause;
  action: ReasonAction;
  /** The response code the profile expects for it; null when the profile maps none. */
  expectedCode: string | null;
  about: ReasonSubject;
};
export type BlockReason = ReasonOf<"block">;
export type WarnReason = ReasonOf<"warn">;
export type InfoReason = ReasonOf<"info">;
export type Reason = BlockReason | WarnReason | InfoReason;

import type { Instant } from "@/lib/domain/instant";
import type { BlockReason, InfoReason, Reason, WarnReason } from "@/lib/domain/limit-check/reason";

/** What a check can never know: the card's own state and the issuer's own limits. */
export const NOT_CHECKED = [
  "card_status",
  "card_balance",
  "issuer_limit",
  "per_card_limit",
] as const;

/** Reasons in falling precedence; a decline starts with a blocking one, an approval holds no warning. */
export type Verdict =
  | { decision: "decline"; reasons: readonly [BlockReason, ...Reason[]] }
  | { decision: "review"; reasons: readonly [WarnReason, ...(WarnReason | InfoReason)[]] }
  | { decision: "approve"; reasons: readonly InfoReason[] };

/** How likely the terminal shows the bare failure code, and on what ground. */
export type FailureRisk =
  | { risk: "high" | "medium" | "low"; probability: number; basis: "rule" | "history" }
  | { risk: "none"; probability: null; basis: "none" };

/** Null `amountMinor`: unlimited. Null `count`: no count limit applies. */
export type Headroom = {
  amountMinor: number | null;
  count: number | null;
  resetsAt: Instant | null;
};

/** One way out that alone lets the same charge pass; a limit change needs only pass its own limit. */
export type Suggestion =
  | { kind: "reduce_amount"; amountMinor: number; currency: string }
  | { kind: "wait_until"; at: Instant }
  | { kind: "use_terminal"; terminalId: string }
  | {
      kind: "request_limit_change";
      limitId: string;
      currency: string;
      maxAmountMinor?: number;
      maxCount?: number;
      minAmountMinor?: number;
    };

/** The answer to a proposal at a moment; amounts are in the proposal's currency. */
export type CheckResult = Verdict & {
  code21: FailureRisk;
  headroom: Headroom;
  suggestions: readonly Suggestion[];
  at: Instant;
  evaluatedAt: Instant;
};

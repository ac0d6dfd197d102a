import type { Instant } from "@/lib/domain/instant";
import type { CheckResult } from "@/lib/domain/limit-check/check-result";
import type { ListedLimit } from "@/lib/domain/limits/limit-view";
import type { RequestState } from "@/lib/domain/limit-requests/request-state";
import type { Reservation } from "@/lib/domain/reservations/reservation";

type Outcome =
  | { kind: "check"; outcome: CheckResult["decision"] }
  | { kind: "reservation"; outcome: Reservation["state"] }
  | { kind: "transaction"; outcome: "sale" | "reversal" | "refund"; responseCode: string }
  | { kind: "limit_request"; outcome: RequestState };

/** Something that keys made for testing brought about. */
export type Trial = Outcome & {
  id: string;
  at: Instant;
  terminalId: string | null;
  /** Minor units. */
  amountMinor: number | null;
  currency: string;
};

/** What a merchant's keys made for testing have done. */
export type Trials = {
  /** Limits with something used or held in a window that runs. */
  limits: readonly ListedLimit[];
  latest: readonly Trial[];
  now: Instant;
  timeZone: string;
};

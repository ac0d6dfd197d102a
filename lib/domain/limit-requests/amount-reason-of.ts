import type { ReasonCode } from "@/lib/domain/limit-check/reason-codes";
import type { Window } from "@/lib/domain/limits/limit";

/** The reason a check gives when a charge is beyond the maximum amount of a limit of this window. */
export const AMOUNT_REASON_OF: Partial<Record<Window, ReasonCode>> = {
  per_transaction: "PER_TRANSACTION_LIMIT_EXCEEDED",
  daily: "DAILY_AMOUNT_LIMIT_EXCEEDED",
  weekly: "WEEKLY_AMOUNT_LIMIT_EXCEEDED",
  rolling: "ROLLING_AMOUNT_LIMIT_EXCEEDED",
  monthly: "MONTHLY_AMOUNT_LIMIT_EXCEEDED",
};

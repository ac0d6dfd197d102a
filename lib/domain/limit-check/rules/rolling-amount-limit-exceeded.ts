import { exceededLimits } from "@/lib/domain/limit-check/exceeded-limits";
import type { Rule } from "@/lib/domain/limit-check/rule";

/** More than is left of a rolling window's amount; exactly what is left passes. */
export const rollingAmountLimitExceeded: Rule = (...charge) =>
  exceededLimits("ROLLING_AMOUNT_LIMIT_EXCEEDED", ["rolling", "amount"], charge);

import { exceededLimits } from "@/lib/domain/limit-check/exceeded-limits";
import type { Rule } from "@/lib/domain/limit-check/rule";

/** More than is left of a day's amount; exactly what is left passes. */
export const dailyAmountLimitExceeded: Rule = (...charge) =>
  exceededLimits("DAILY_AMOUNT_LIMIT_EXCEEDED", ["daily", "amount"], charge);

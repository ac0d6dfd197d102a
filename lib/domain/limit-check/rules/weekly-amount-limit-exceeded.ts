import { exceededLimits } from "@/lib/domain/limit-check/exceeded-limits";
import type { Rule } from "@/lib/domain/limit-check/rule";

/** More than is left of a week's amount; exactly what is left passes. */
export const weeklyAmountLimitExceeded: Rule = (...charge) =>
  exceededLimits("WEEKLY_AMOUNT_LIMIT_EXCEEDED", ["weekly", "amount"], charge);

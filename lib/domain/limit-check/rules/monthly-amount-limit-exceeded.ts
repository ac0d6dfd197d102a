import { exceededLimits } from "@/lib/domain/limit-check/exceeded-limits";
import type { Rule } from "@/lib/domain/limit-check/rule";

/** More than is left of a month's amount; exactly what is left passes. */
export const monthlyAmountLimitExceeded: Rule = (...charge) =>
  exceededLimits("MONTHLY_AMOUNT_LIMIT_EXCEEDED", ["monthly", "amount"], charge);

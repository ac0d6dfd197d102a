import { exceededLimits } from "@/lib/domain/limit-check/exceeded-limits";
import type { Rule } from "@/lib/domain/limit-check/rule";

/** One charge more than a month allows; the last one allowed passes. */
export const monthlyCountLimitExceeded: Rule = (...charge) =>
  exceededLimits("MONTHLY_COUNT_LIMIT_EXCEEDED", ["monthly", "count"], charge);

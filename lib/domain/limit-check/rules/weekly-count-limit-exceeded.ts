import { exceededLimits } from "@/lib/domain/limit-check/exceeded-limits";
import type { Rule } from "@/lib/domain/limit-check/rule";

/** One charge more than a week allows; the last one allowed passes. */
export const weeklyCountLimitExceeded: Rule = (...charge) =>
  exceededLimits("WEEKLY_COUNT_LIMIT_EXCEEDED", ["weekly", "count"], charge);

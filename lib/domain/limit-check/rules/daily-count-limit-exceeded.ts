import { exceededLimits } from "@/lib/domain/limit-check/exceeded-limits";
import type { Rule } from "@/lib/domain/limit-check/rule";

/** One charge more than a day allows; the last one allowed passes. */
export const dailyCountLimitExceeded: Rule = (...charge) =>
  exceededLimits("DAILY_COUNT_LIMIT_EXCEEDED", ["daily", "count"], charge);

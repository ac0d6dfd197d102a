import { exceededLimits } from "@/lib/domain/limit-check/exceeded-limits";
import type { Rule } from "@/lib/domain/limit-check/rule";

/** One charge more than a rolling window (t - s, t] allows; the last one allowed passes. */
export const rollingCountLimitExceeded: Rule = (...charge) =>
  exceededLimits("ROLLING_COUNT_LIMIT_EXCEEDED", ["rolling", "count"], charge);

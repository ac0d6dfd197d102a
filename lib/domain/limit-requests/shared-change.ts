import type { LimitStep } from "@/lib/domain/bulk-edits/bulk-edit";
import type { Instant } from "@/lib/domain/instant";

/** At most this many limits are asked about together; each is a request of its own. */
export const MOST_ASKED_TOGETHER = 50;

export const SHARED_METRICS = ["max_amount", "max_count"] as const;
export type SharedMetric = (typeof SHARED_METRICS)[number];

/** One change asked of several limits: which value, how it changes, from when until when. */
export type SharedChange = {
  metric: SharedMetric;
  step: LimitStep;
  /** What an amount of the step is in; limits in another currency cannot take it. */
  currency: string;
  startsAt: Instant | null;
  endsAt: Instant | null;
};

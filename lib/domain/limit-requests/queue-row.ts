import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";

/** A request in the acquirer's queue, with what helps to choose the next one. */
export type QueueRow = LimitRequest & {
  tradingName: string;
  tier: string;
  riskRating: string | null;
  /** Whether the reader entered it, alone or by a key, and so will not decide it. */
  isOwn: boolean;
  /** The most that was used of the present maximum in 30 days, in percent; null without one. */
  peakPercent: number | null;
};

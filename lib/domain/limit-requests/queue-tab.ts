/** How the acquirer's people look at the queue; `waiting` is for the merchant's answer. */
export const QUEUE_TABS = ["all", "mine", "unclaimed", "second", "overdue", "waiting"] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

/** Where the queue need not be counted. */
export const NO_COUNTS: Record<QueueTab, number> = {
  ...{ all: 0, mine: 0, unclaimed: 0, second: 0, overdue: 0, waiting: 0 },
};

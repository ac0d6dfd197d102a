/** How the acquirer's people look at the queue; `waiting` is for the merchant's answer. */
export const QUEUE_TABS = ["all", "mine", "unclaimed", "second", "overdue", "waiting"] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { Window } from "@/lib/domain/limits/limit";

/** What of the queue a person looks at first. */
export const DECISION_PARTS = ["mine", "second", "overdue", "due_today"] as const;
export type DecisionPart = (typeof DECISION_PARTS)[number];

export type DueDecision = {
  merchantId: string;
  limitRequestId: string;
  tradingName: string;
  terminalId: string | null;
  window: Window;
  dueAt: Instant;
};

/** How many there are, and the first few of them. */
export type Shortlist<Item> = { count: number; items: Item[] };

/** At most this many are counted; one more stands for all above. */
export const COUNTED_AT_MOST = 1_000;

type Named = { merchantId: string; tradingName: string };
export type SuspendedMerchant = Named & { since: Instant; reason: string | null };
export type PastDueMerchant = Named & { code: string; since: Instant | null };
export type RefusingMerchant = Named & {
  responseCode: string;
  count: number;
  lastAt: Instant;
};

/** A spike: so many refusals of one merchant with one code within the last hours. */
export const SPIKE = { hours: 6, refusals: 5 } as const;

export type PlannedMaintenance = {
  maintenanceWindowId: string;
  kind: "degraded" | "outage";
  startsAt: Instant;
  endsAt: Instant;
  title: { en: string; zh: string };
};

/** Hours since submission at which the next column of the queue's age begins. */
export const AGE_STEPS_H = [4, 8, 24, 48, 72] as const;

/** What the acquirer's people have to do, by task. */
export type Desk = {
  now: Instant;
  cutOver: CutOver;
  decisions: Record<DecisionPart, Shortlist<DueDecision>>;
  suspended: Shortlist<SuspendedMerchant>;
  pastDue: Shortlist<PastDueMerchant>;
  refusing: RefusingMerchant[];
  maintenance: PlannedMaintenance[];
  /** Requests waiting by age, one number more than there are steps. */
  queueAges: number[];
};

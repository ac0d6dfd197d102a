import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { countQueue, listQueue, type QueueQuery } from "@/lib/data/review-queue";
import { type CutOver, cutOverOf } from "@/lib/domain/business-day";
import { ACQUIRER } from "@/lib/domain/ids";
import { requestAt } from "@/lib/domain/limit-requests/limit-request";
import type { QueueRow } from "@/lib/domain/limit-requests/queue-row";
import { NO_COUNTS, type QueueTab } from "@/lib/domain/limit-requests/queue-tab";
import type { Counting } from "@/lib/domain/page";
import { authorize } from "@/lib/use-cases/authorize";

export type ReviewQueueQuery = Counting &
  Pick<QueueQuery, "tab" | "filter" | "limit" | "after" | "before">;

export type ReviewQueue = {
  rows: QueueRow[];
  counts: Record<QueueTab, number>;
  hasPrevious: boolean;
  hasNext: boolean;
  now: number;
  cutOver: CutOver;
};

/** The requests waiting for a decision, oldest deadline first, and how many each tab holds. */
export async function listReviewQueue(ctx: Ctx, query: ReviewQueueQuery): Promise<ReviewQueue> {
  authorize(ctx, "limit_requests.read", ACQUIRER);
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  return withAcquirer(ctx, async (db) => {
    const at = ctx.now();
    const { questionDays, ...settings } = await getAcquirerSettings(db);
    const found = await listQueue(db, { ...query, userId, at, questionDays });
    const isCounted = query.counted ?? true;
    const counts = isCounted
      ? await countQueue(db, { filter: query.filter, userId, at, questionDays })
      : NO_COUNTS;
    const hasMore = found.length > query.limit;
    const page = found.slice(0, query.limit).map((row) => ({
      ...row,
      ...requestAt(row, at.getTime(), questionDays),
    }));
    const rows = query.before ? page.reverse() : page;
    const [hasPrevious, hasNext] = query.before ? [hasMore, true] : [query.after !== null, hasMore];
    return { rows, counts, hasPrevious, hasNext, now: at.getTime(), cutOver: cutOverOf(settings) };
  });
}

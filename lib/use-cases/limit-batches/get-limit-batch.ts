import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import {
  type BatchCursor,
  type BatchRow,
  listBatchRows,
  listMerchantTotals,
  type MerchantTotal,
} from "@/lib/data/batch-requests";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { findLimitBatch } from "@/lib/data/limit-batches";
import { can } from "@/lib/domain/access/permissions";
import { type CutOver, cutOverOf } from "@/lib/domain/business-day";
import { NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Instant } from "@/lib/domain/instant";
import {
  batchAt,
  type BatchOffers,
  batchOffers,
  type LimitBatch,
} from "@/lib/domain/limit-batches/limit-batch";
import { deciderOf } from "@/lib/domain/limit-requests/decider";
import { requestAt } from "@/lib/domain/limit-requests/limit-request";
import { isUndecided } from "@/lib/domain/limit-requests/request-state";
import { authorize } from "@/lib/use-cases/authorize";

const MOST_TOTALS = 50;

export type BatchView = {
  batch: LimitBatch;
  rows: BatchRow[];
  hasNext: boolean;
  totals: MerchantTotal[];
  offers: BatchOffers;
  mayWithdraw: boolean;
  now: Instant;
  cutOver: CutOver;
};

/** One batch with a page of its rows and what the reader may do about it. */
export async function getLimitBatch(
  ctx: Ctx,
  limitBatchId: string,
  page: { after: BatchCursor | null; limit: number },
): Promise<BatchView> {
  authorize(ctx, "limit_requests.read", ACQUIRER);
  return withAcquirer(ctx, async (db) => {
    const found = await findLimitBatch(db, limitBatchId);
    if (!found) throw new NotFoundError();
    const now = ctx.now().getTime();
    const { questionDays, ...settings } = await getAcquirerSettings(db);
    const batch = batchAt(found, now);
    const rows = await listBatchRows(db, limitBatchId, page, ctx.now());
    return {
      ...{ batch, now, hasNext: rows.length > page.limit, cutOver: cutOverOf(settings) },
      rows: rows
        .slice(0, page.limit)
        .map((row) => ({ ...row, ...requestAt(row, now, questionDays) })),
      totals: await listMerchantTotals(db, limitBatchId, MOST_TOTALS),
      offers: batchOffers(batch, deciderOf(ctx.actor)),
      mayWithdraw: isUndecided(batch.state) && can(ctx.actor, "imports.apply", ACQUIRER),
    };
  });
}

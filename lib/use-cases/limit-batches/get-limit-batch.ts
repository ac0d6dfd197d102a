import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import {
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
import { type PageFrom, type RowPlace, toSpan } from "@/lib/domain/page";
import { isUndecided } from "@/lib/domain/limit-requests/request-state";
import { authorize } from "@/lib/use-cases/authorize";

const MOST_TOTALS = 50;

export type BatchView = {
  batch: LimitBatch;
  rows: BatchRow[];
  /** Null where the list begins or ends. */
  previous: RowPlace | null;
  next: RowPlace | null;
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
  page: { from: PageFrom; limit: number },
): Promise<BatchView> {
  authorize(ctx, "limit_requests.read", ACQUIRER);
  return withAcquirer(ctx, async (db) => {
    const found = await findLimitBatch(db, limitBatchId);
    if (!found) throw new NotFoundError();
    const now = ctx.now().getTime();
    const { questionDays, ...settings } = await getAcquirerSettings(db);
    const batch = batchAt(found, now);
    const read = await listBatchRows(db, limitBatchId, page, ctx.now());
    const { rows, ...places } = toSpan(read, page, ({ merchantId, limitRequestId }) => ({
      ...{ value: merchantId, id: limitRequestId },
    }));
    return {
      ...{ batch, now, cutOver: cutOverOf(settings) },
      ...places,
      rows: rows.map((row) => ({ ...row, ...requestAt(row, now, questionDays) })),
      totals: await listMerchantTotals(db, limitBatchId, MOST_TOTALS),
      offers: batchOffers(batch, deciderOf(ctx.actor)),
      mayWithdraw: isUndecided(batch.state) && can(ctx.actor, "imports.apply", ACQUIRER),
    };
  });
}

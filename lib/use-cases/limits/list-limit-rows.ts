import "server-only";
import { type CutOver, cutOverOf } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { LimitRow } from "@/lib/domain/limits/limit-row";
import { viewLimit } from "@/lib/domain/limits/limit-view";
import { type Span, toSpan } from "@/lib/domain/page";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listPendingRequests } from "@/lib/data/limit-requests";
import {
  countLimits,
  type LimitRecord,
  type LimitRowFilter,
  type LimitRowPage,
  listLimitRecords,
} from "@/lib/data/limit-rows";
import { authorize } from "@/lib/use-cases/authorize";
import { readLimitsByUse } from "@/lib/use-cases/limits-by-use";

export type LimitRows = Span<LimitRow> & {
  count: number;
  /** When an order by use was taken, to which all its pages keep; null for every other order. */
  orderedAt: Instant | null;
  now: Instant;
  cutOver: CutOver;
  timeZone: string;
};

const placeOf = ({ rank, place, state }: LimitRecord) => ({
  value: `${rank}${place}`,
  id: state.limitId,
});

async function readLimitsByPlace(
  db: Db,
  merchantId: string,
  at: Date,
  { filter, page }: { filter: LimitRowFilter; page: LimitRowPage },
) {
  const found = await listLimitRecords(db, merchantId, filter, page, at);
  const isCounted = page.counted ?? true;
  const count = isCounted ? await countLimits(db, merchantId, filter, at) : 0;
  return { ...toSpan(found, page, placeOf), count, orderedAt: null };
}

/** A merchant's limits in force or to come, whatever their scope, as they stand now. */
export async function listLimitRows(
  ctx: Ctx,
  merchantId: string,
  filter: LimitRowFilter,
  page: LimitRowPage,
): Promise<LimitRows> {
  authorize(ctx, "limits.read", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const at = ctx.now();
    const now = at.getTime();
    const cutOver = cutOverOf(await getAcquirerSettings(db));
    const found =
      page.sort === "used"
        ? await readLimitsByUse(db, merchantId, ctx, { filter, page, cutOver })
        : await readLimitsByPlace(db, merchantId, at, { filter, page });
    const { rows, previous, next, count, orderedAt } = found;
    const ids = rows.map(({ state }) => state.limitId);
    const pending = await listPendingRequests(db, merchantId, ids, at);
    const limits = rows.flatMap(({ state, terminalName, sources }): LimitRow[] => {
      const view = viewLimit(state, now, cutOver);
      if (view === null) return [];
      const source = sources.find(({ version }) => version === view.version) ?? null;
      return [{ ...view, terminalName, source, pending: pending.get(state.limitId) ?? null }];
    });
    return {
      ...{ rows: limits, previous, next, count, now, cutOver, timeZone: cutOver.timeZone },
      orderedAt: orderedAt?.getTime() ?? null,
    };
  });
}

import "server-only";
import { type CutOver, cutOverOf } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { LimitRow } from "@/lib/domain/limits/limit-row";
import { viewLimit } from "@/lib/domain/limits/limit-view";
import { type Span, toSpan } from "@/lib/domain/page";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
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

export type LimitRows = Span<LimitRow> & {
  count: number;
  now: Instant;
  cutOver: CutOver;
  timeZone: string;
};

const placeOf = ({ rank, place, state }: LimitRecord) => ({
  value: `${rank}${place}`,
  id: state.limitId,
});

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
    const found = await listLimitRecords(db, merchantId, filter, page, at);
    const { rows, previous, next } = toSpan(found, page, placeOf);
    const ids = rows.map(({ state }) => state.limitId);
    const pending = await listPendingRequests(db, merchantId, ids, at);
    const limits = rows.flatMap(({ state, terminalName, sources }): LimitRow[] => {
      const view = viewLimit(state, now, cutOver);
      if (view === null) return [];
      const source = sources.find(({ version }) => version === view.version) ?? null;
      return [{ ...view, terminalName, source, pending: pending.get(state.limitId) ?? null }];
    });
    const isCounted = page.counted ?? true;
    const count = isCounted ? await countLimits(db, merchantId, filter, at) : 0;
    return { rows: limits, previous, next, count, now, cutOver, timeZone: cutOver.timeZone };
  });
}

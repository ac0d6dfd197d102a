import "server-only";
import type { CutOver } from "@/lib/domain/business-day";
import { orderByUse } from "@/lib/domain/limits/order-by-use";
import type { Ctx, Db } from "@/lib/data/ctx";
import { findLimitOrder, insertLimitOrder, type LimitOrder } from "@/lib/data/limit-orders";
import {
  type LimitRecord,
  type LimitRowFilter,
  type LimitRowPage,
  listLimitRecordsOf,
  listLimitStates,
} from "@/lib/data/limit-rows";
import { type RowPlace, type Span, toSpan } from "@/lib/domain/page";
import { newId } from "@/lib/platform/ids";

type Asked = { filter: LimitRowFilter; page: LimitRowPage; cutOver: CutOver };
type Placed = { id: string; at: number };

/** More limits than this are not put in an order of use: the first by place are. */
const MOST_ORDERED = 5_000;

async function takeOrder(db: Db, merchantId: string, ctx: Ctx, asked: Asked): Promise<LimitOrder> {
  const takenAt = ctx.now();
  const { filter, page, cutOver } = asked;
  const states = await listLimitStates(db, merchantId, filter, takenAt, MOST_ORDERED);
  const limitIds = orderByUse(states, { at: takenAt.getTime(), cutOver, ...page });
  const order = { orderId: newId("lor"), takenAt, limitIds };
  if (limitIds.length > page.limit) await insertLimitOrder(db, merchantId, order);
  return order;
}

export type LimitsByUse = Span<LimitRecord> & { count: number; orderedAt: Date };

/**
 * A page of limits by how much of them is used. Use moves while pages are turned, so the order is the one of
 * the first page, kept for an hour; the rows themselves are as they stand now.
 */
export async function readLimitsByUse(
  db: Db,
  merchantId: string,
  ctx: Ctx,
  asked: Asked,
): Promise<LimitsByUse> {
  const { from, limit } = asked.page;
  const kept = from && (await findLimitOrder(db, merchantId, from.key.value));
  const order = kept ?? (await takeOrder(db, merchantId, ctx, asked));
  const { orderId, limitIds, takenAt: orderedAt } = order;
  const isBack = kept !== null && from!.backwards;
  const edge = kept ? Number(from!.key.id) || 0 : -1;
  const [start, end] = isBack
    ? [Math.max(0, edge - limit - 1), edge]
    : [edge + 1, edge + limit + 2];
  const placed = limitIds.slice(start, end).map((id, n): Placed => ({ id, at: start + n }));
  const placeOf = ({ at }: Placed): RowPlace => ({ value: orderId, id: String(at) });
  const { rows, ...places } = toSpan(placed, { limit, from: kept ? from : null }, placeOf);
  const ids = rows.map(({ id }) => id);
  const records = await listLimitRecordsOf(db, merchantId, ids, ctx.now());
  return { rows: records, ...places, count: limitIds.length, orderedAt };
}

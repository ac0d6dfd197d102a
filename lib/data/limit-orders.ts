import "server-only";
import type { Db } from "@/lib/data/ctx";

/** The ids of limits in an order that stood at a moment. */
export type LimitOrder = { orderId: string; takenAt: Date; limitIds: string[] };

const KEPT_HOURS = 1;
const MOST_KEPT = 50;

/** Keeps an order for those who turn its pages; what was kept for an hour goes, and all but the latest. */
export async function insertLimitOrder(
  db: Db,
  merchantId: string,
  { orderId, takenAt, limitIds }: LimitOrder,
): Promise<void> {
  await db.$executeRaw`
    delete from limit_orders where merchant_id = ${merchantId}
      and (taken_at < ${takenAt}::timestamptz - ${KEPT_HOURS} * interval '1 hour'
        or order_id in (select o.order_id from limit_orders o where o.merchant_id = ${merchantId}
          order by o.taken_at desc, o.order_id desc offset ${MOST_KEPT - 1}))`;
  await db.limitOrder.create({ data: { merchantId, orderId, takenAt, limitIds } });
}

export async function findLimitOrder(
  db: Db,
  merchantId: string,
  orderId: string,
): Promise<LimitOrder | null> {
  return db.limitOrder.findUnique({
    where: { merchantId_orderId: { merchantId, orderId } },
    select: { orderId: true, takenAt: true, limitIds: true },
  });
}

import "server-only";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import type { PageFrom } from "@/lib/domain/page";
import type { Db } from "@/lib/data/ctx";
import { Prisma } from "@/lib/data/generated/client";
import { inListOrder, keysetOf } from "@/lib/data/keyset";

// The requests of a batch belong to many merchants; these functions read in the acquirer's context.

/** Every request of a batch still to be decided, with what its limit allows at `at`. */
export async function listUndecidedOfBatch(
  db: Db,
  limitBatchId: string,
  at: Date,
): Promise<LimitRequest[]> {
  const rows = await db.$queryRaw<{ request: LimitRequest }[]>`
    select limit_request_state(r, ${at}) as request from limit_requests r
    where r.limit_batch_id = ${limitBatchId} and r.state in ('submitted', 'in_review')
      and (r.ends_at is null or r.ends_at > ${at})
    order by r.merchant_id, r.limit_request_id`;
  return rows.map(({ request }) => request);
}

/** The merchants a batch concerns. */
export async function listBatchMerchantIds(db: Db, limitBatchId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ merchantId: string }[]>`
    select distinct merchant_id as "merchantId" from limit_requests
    where limit_batch_id = ${limitBatchId}`;
  return rows.map(({ merchantId }) => merchantId);
}

/** A request of a batch as a row of its page. */
export type BatchRow = LimitRequest & { tradingName: string };

/** One page by merchant, one row more when another page follows; a place is the request's merchant and id. */
export async function listBatchRows(
  db: Db,
  limitBatchId: string,
  { from, limit }: { from: PageFrom; limit: number },
  at: Date,
): Promise<BatchRow[]> {
  const { order, beyond } = keysetOf({
    by: [Prisma.sql`r.merchant_id`, Prisma.sql`r.limit_request_id`],
    valuesOf: ({ value, id }) => [Prisma.sql`${value}`, Prisma.sql`${id}`],
    ...{ descending: false, from },
  });
  const rows = await db.$queryRaw<{ row: BatchRow }[]>`
    select limit_request_state(r, ${at}) || jsonb_build_object('tradingName', m.trading_name) as row
    from limit_requests r join merchants m on m.merchant_id = r.merchant_id
    where r.limit_batch_id = ${limitBatchId}
      and ${beyond} order by ${order} limit ${limit + 1}`;
  const found = rows.map(({ row }) => row);
  return inListOrder(found, from);
}

/** What a batch asks for one merchant in one currency; sums of the maxima that have one. */
export type MerchantTotal = {
  merchantId: string;
  tradingName: string;
  currency: string;
  limits: number;
  newLimits: number;
  /** The furthest raise, in percent; null where a maximum is removed or there was none. */
  mostPercent: number | null;
};

/** The merchants of a batch that are raised most, first; at most `most`. */
export async function listMerchantTotals(
  db: Db,
  limitBatchId: string,
  most: number,
): Promise<MerchantTotal[]> {
  return db.$queryRaw<MerchantTotal[]>`
    select r.merchant_id as "merchantId", m.trading_name as "tradingName", r.currency,
      count(*)::int as limits, (count(*) filter (where r.is_new))::int as "newLimits",
      case when bool_or(r.is_new or r.requested_max_amount is null) then null else
        max(round((r.requested_max_amount - r.current_max_amount) * 100.0
          / greatest(r.current_max_amount, 1)))::float8 end as "mostPercent"
    from limit_requests r join merchants m on m.merchant_id = r.merchant_id
    where r.limit_batch_id = ${limitBatchId}
    group by r.merchant_id, m.trading_name, r.currency
    order by "mostPercent" desc nulls first, r.merchant_id limit ${most}`;
}

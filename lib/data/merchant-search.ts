import "server-only";
import type { MerchantStatus } from "@/lib/domain/limit-check/snapshot";
import type { Merchant, MerchantTier } from "@/lib/domain/merchants";
import { COUNTED_UP_TO, type Counting, type NameOrder, type PageFrom } from "@/lib/domain/page";
import type { Db } from "@/lib/data/ctx";
import { Prisma, type Merchant as MerchantRow } from "@/lib/data/generated/client";
import { inListOrder, inNameOrder, keysetOf, likePart } from "@/lib/data/keyset";
import { toMerchant } from "@/lib/data/merchants";

/** What staff search merchants by; `text` is part of a MID or of a name, or a whole TID or serial number. */
export type MerchantFilter = {
  text: string | null;
  status: MerchantStatus | null;
  tier: MerchantTier | null;
};

export type MerchantPage = Counting & {
  sort: "mid" | "merchant";
  nameOrder: NameOrder;
  descending: boolean;
  limit: number;
  from: PageFrom;
};

export type MerchantSummary = Merchant & { terminals: number; openRequests: number };

type SummaryRow = MerchantRow & { terminals: number; openRequests: number };

/** How many merchants a text finds, counted to 10,001 at most. */
export async function countFound(db: Db, text: string): Promise<number> {
  const [row] = await db.$queryRaw<[{ found: number }]>`
    select count(*)::int as found from find_merchants(${text}, ${COUNTED_UP_TO + 1})`;
  return row.found;
}

/**
 * The merchants a text finds. One that finds few is looked up in the search directory; one that finds
 * very many is met soon enough on the way through the list.
 */
export function foundBy(text: string, found: number): Prisma.Sql {
  if (found <= COUNTED_UP_TO) {
    return Prisma.sql`m.merchant_id in (select find_merchants(${text}, ${COUNTED_UP_TO}))`;
  }
  const part = likePart(text);
  return Prisma.sql`(m.merchant_id ilike ${part} or m.legal_name ilike ${part}
    or m.trading_name ilike ${part})`;
}

function filtersOf({ text, status, tier }: MerchantFilter, found: number): Prisma.Sql {
  const clauses = [Prisma.sql`true`];
  if (status) clauses.push(Prisma.sql`m.status = ${status}`);
  if (tier) clauses.push(Prisma.sql`m.tier = ${tier}`);
  if (text) clauses.push(foundBy(text, found));
  return Prisma.join(clauses, " and ");
}

const sortedBy = (sort: MerchantPage["sort"], order: NameOrder) =>
  sort === "mid" ? [] : [inNameOrder(Prisma.sql`m.trading_name`, order)];

/**
 * Where merchants are read from: by MID the few a text finds are put in order before any is read, so that
 * no more than a page of them is.
 */
function inReadingOrder({ text }: MerchantFilter, found: number, page: MerchantPage): Prisma.Sql {
  const { sort, descending, from } = page;
  if (!text || found > COUNTED_UP_TO || sort !== "mid") return Prisma.sql`merchants m`;
  const by = [Prisma.sql`f.id`];
  const valuesOf = ({ id }: { id: string }) => [Prisma.sql`${id}`];
  const { order, beyond } = keysetOf({ by, valuesOf, descending, from });
  return Prisma.sql`(select f.id from find_merchants(${text}, ${COUNTED_UP_TO}) f(id)
      where ${beyond} order by ${order} offset 0) f
    join merchants m on m.merchant_id = f.id`;
}

/** One page of merchants in the acquirer's context, one row more when another page follows; and how many there are. */
export async function searchMerchants(
  db: Db,
  filter: MerchantFilter,
  page: MerchantPage,
): Promise<{ rows: MerchantSummary[]; total: number }> {
  const { sort, nameOrder, descending, limit, from, counted = true } = page;
  const found = filter.text ? await countFound(db, filter.text) : 0;
  const { order, beyond } = keysetOf({
    by: [...sortedBy(sort, nameOrder), Prisma.sql`m.merchant_id`],
    valuesOf: ({ value, id }) =>
      sort === "mid" ? [Prisma.sql`${id}`] : [Prisma.sql`${value}`, Prisma.sql`${id}`],
    ...{ descending, from },
  });
  // The page is cut first: what is counted per merchant is counted for its rows only.
  const rows = await db.$queryRaw<SummaryRow[]>`
    select m.merchant_id as "merchantId", m.legal_name as "legalName",
      m.trading_name as "tradingName", m.mcc, m.tier, m.currency, m.time_zone as "timeZone",
      m.status, m.status_reason as "statusReason", m.status_since as "statusSince",
      m.status_by as "statusBy", m.risk_rating as "riskRating", m.risk_rated_at as "riskRatedAt",
      m.version, m.created_at as "createdAt", m.updated_at as "updatedAt",
      (select count(*)::int from terminals t where t.merchant_id = m.merchant_id) as terminals,
      (select count(*)::int from limit_requests r where r.merchant_id = m.merchant_id
        and r.state in ('submitted', 'in_review', 'info_requested')) as "openRequests"
    from (select m.* from ${inReadingOrder(filter, found, page)}
      where ${filtersOf(filter, found)} and ${beyond}
      order by ${order} limit ${limit + 1}) m
    order by ${order}`;
  return {
    rows: inListOrder(rows, from).map((row) => ({
      ...toMerchant(row),
      ...{ terminals: row.terminals, openRequests: row.openRequests },
    })),
    total: counted ? await countMerchants(db, filter, found) : 0,
  };
}

/** The merchants the list finds with a filter, by MID; at most `most`. */
export async function listFoundMerchantIds(
  db: Db,
  filter: MerchantFilter,
  most: number,
): Promise<string[]> {
  const found = filter.text ? await countFound(db, filter.text) : 0;
  const rows = await db.$queryRaw<{ merchantId: string }[]>`
    select m.merchant_id as "merchantId" from merchants m where ${filtersOf(filter, found)}
    order by m.merchant_id limit ${most}`;
  return rows.map(({ merchantId }) => merchantId);
}

/** How many merchants a filter finds, counted to 10,001 at most. */
async function countMerchants(db: Db, filter: MerchantFilter, found: number): Promise<number> {
  if (filter.text && !filter.status && !filter.tier) return found;
  const [row] = await db.$queryRaw<[{ found: number }]>`
    select count(*)::int as found from (select from merchants m
      where ${filtersOf(filter, found)} limit ${COUNTED_UP_TO + 1}) counted`;
  return row.found;
}

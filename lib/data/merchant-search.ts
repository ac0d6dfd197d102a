import "server-only";
import type { MerchantStatus } from "@/lib/domain/limit-check/snapshot";
import type { Merchant, MerchantTier } from "@/lib/domain/merchants";
import { COUNTED_UP_TO, type Counting, type NameOrder, type PageFrom } from "@/lib/domain/page";
import type { Db } from "@/lib/data/ctx";
import { Prisma, type Merchant as MerchantRow } from "@/lib/data/generated/client";
import { inListOrder, inNameOrder, keysetOf } from "@/lib/data/keyset";
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

// The merchants a text finds are gathered before they are put in order, unless they are more than these.
const FEW = COUNTED_UP_TO;

type Reading = Pick<MerchantPage, "sort" | "nameOrder" | "descending" | "from">;

const BY_MID: Reading = { sort: "mid", nameOrder: "root", descending: false, from: null };

function keysetFor({ sort, nameOrder, descending, from }: Reading) {
  const id = Prisma.sql`m.merchant_id`;
  const name = inNameOrder(Prisma.sql`m.trading_name`, nameOrder);
  return keysetOf({
    by: sort === "mid" ? [id] : [name, id],
    valuesOf: (place) =>
      sort === "mid"
        ? [Prisma.sql`${place.id}`]
        : [Prisma.sql`${place.value}`, Prisma.sql`${place.id}`],
    ...{ descending, from },
  });
}

/** The merchants a filter finds, in the order and from the place they are read. */
function found(filter: MerchantFilter, reading: Reading, most: number): Prisma.Sql {
  const { text, status, tier } = filter;
  const { sort, nameOrder, descending, from } = reading;
  if (text) {
    const isDown = descending !== (from?.backwards ?? false);
    return Prisma.sql`find_merchants_in_order(${text}, ${status}, ${tier},
        ${sort === "mid" ? "mid" : nameOrder}, ${isDown}, ${from?.key.value ?? null},
        ${from?.key.id ?? null}, ${FEW}, ${most}) f(id)
      join merchants m on m.merchant_id = f.id`;
  }
  const { order, beyond } = keysetFor(reading);
  return Prisma.sql`(select m.* from merchants m where ${filtersOf(filter)} and ${beyond}
      order by ${order} limit ${most}) m`;
}

function filtersOf({ status, tier }: MerchantFilter): Prisma.Sql {
  const clauses = [Prisma.sql`true`];
  if (status) clauses.push(Prisma.sql`m.status = ${status}`);
  if (tier) clauses.push(Prisma.sql`m.tier = ${tier}`);
  return Prisma.join(clauses, " and ");
}

/** One page of merchants in the acquirer's context, one row more when another page follows; and how many there are. */
export async function searchMerchants(
  db: Db,
  filter: MerchantFilter,
  page: MerchantPage,
): Promise<{ rows: MerchantSummary[]; total: number }> {
  const { limit, from, counted = true } = page;
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
    from ${found(filter, page, limit + 1)}
    order by ${keysetFor(page).order}`;
  return {
    rows: inListOrder(rows, from).map((row) => ({
      ...toMerchant(row),
      ...{ terminals: row.terminals, openRequests: row.openRequests },
    })),
    total: counted ? await countMerchants(db, filter) : 0,
  };
}

/** The merchants the list finds with a filter, by MID; at most `most`. */
export async function listFoundMerchantIds(
  db: Db,
  filter: MerchantFilter,
  most: number,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ merchantId: string }[]>`
    select m.merchant_id as "merchantId" from ${found(filter, BY_MID, most)}
    order by m.merchant_id`;
  return rows.map(({ merchantId }) => merchantId);
}

/** How many merchants a filter finds, counted to 10,001 at most. */
async function countMerchants(db: Db, filter: MerchantFilter): Promise<number> {
  const { text, status, tier } = filter;
  const most = COUNTED_UP_TO + 1;
  const [row] = await db.$queryRaw<[{ total: number }]>`select ${
    text
      ? Prisma.sql`count_found_merchants(${text}, ${status}, ${tier}, ${FEW}, ${most})`
      : Prisma.sql`(select count(*)::int from
          (select from merchants m where ${filtersOf(filter)} limit ${most}) counted)`
  } as total`;
  return row.total;
}

import "server-only";
import type { MerchantStatus } from "@/lib/domain/limit-check/snapshot";
import type { Merchant, MerchantTier } from "@/lib/domain/merchants";
import { toPage, type Page } from "@/lib/domain/page";
import type { Db } from "@/lib/data/ctx";
import { Prisma, type Merchant as MerchantRow } from "@/lib/data/generated/client";

const toMerchant = (row: MerchantRow): Merchant => ({
  merchantId: row.merchantId,
  legalName: row.legalName,
  tradingName: row.tradingName,
  mcc: row.mcc,
  tier: row.tier as MerchantTier,
  currency: row.currency,
  timeZone: row.timeZone,
  status: row.status as MerchantStatus,
  statusReason: row.statusReason,
  statusSince: row.statusSince.getTime(),
  statusBy: row.statusBy,
  riskRating: row.riskRating as Merchant["riskRating"],
  riskRatedAt: row.riskRatedAt?.getTime() ?? null,
  version: row.version,
  createdAt: row.createdAt.getTime(),
});

export async function findMerchant(db: Db, merchantId: string): Promise<Merchant | null> {
  const row = await db.merchant.findUnique({ where: { merchantId } });
  return row && toMerchant(row);
}

/** Sets the status when the version is still the one seen; false means the race was lost. */
export async function setMerchantStatus(
  db: Db,
  merchantId: string,
  seenVersion: number,
  change: { status: MerchantStatus; reason: string | null; by: string; at: Date },
): Promise<boolean> {
  const { count } = await db.merchant.updateMany({
    where: { merchantId, version: seenVersion },
    data: {
      status: change.status,
      statusReason: change.reason,
      statusSince: change.at,
      statusBy: change.by,
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** What staff search merchants by; `text` is a MID, a TID, a serial number or part of a name. */
export type MerchantFilter = {
  text: string | null;
  status: MerchantStatus | null;
  tier: MerchantTier | null;
};

export type MerchantSummary = Merchant & { terminals: number; openRequests: number };

type SummaryRow = MerchantRow & { terminals: number; openRequests: number };

function filtersOf({ text, status, tier }: MerchantFilter): Prisma.Sql {
  const clauses = [Prisma.sql`true`];
  if (status) clauses.push(Prisma.sql`m.status = ${status}`);
  if (tier) clauses.push(Prisma.sql`m.tier = ${tier}`);
  if (text) {
    const part = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
    clauses.push(Prisma.sql`(m.merchant_id like ${part} or m.legal_name ilike ${part}
      or m.trading_name ilike ${part}
      or m.merchant_id in (select merchant_id from terminal_directory where terminal_id = ${text})
      or m.merchant_id in (select merchant_id from serial_directory where serial_number = ${text}))`);
  }
  return Prisma.join(clauses, " and ");
}

/** Merchants in the acquirer's context, by MID. */
export async function searchMerchants(
  db: Db,
  filter: MerchantFilter,
  page: { limit: number; after: string | null },
): Promise<Page<MerchantSummary>> {
  const rows = await db.$queryRaw<SummaryRow[]>`
    select m.merchant_id as "merchantId", m.legal_name as "legalName",
      m.trading_name as "tradingName", m.mcc, m.tier, m.currency, m.time_zone as "timeZone",
      m.status, m.status_reason as "statusReason", m.status_since as "statusSince",
      m.status_by as "statusBy", m.risk_rating as "riskRating", m.risk_rated_at as "riskRatedAt",
      m.version, m.created_at as "createdAt",
      (select count(*)::int from terminals t where t.merchant_id = m.merchant_id) as terminals,
      (select count(*)::int from limit_requests r where r.merchant_id = m.merchant_id
        and r.state in ('submitted', 'in_review', 'info_requested')) as "openRequests"
    from merchants m
    where ${filtersOf(filter)} and m.merchant_id > ${page.after ?? ""}
    order by m.merchant_id limit ${page.limit + 1}`;
  const found = rows.map((row) => ({
    ...toMerchant(row),
    terminals: row.terminals,
    openRequests: row.openRequests,
  }));
  return toPage(found, page.limit, (row) => row.merchantId);
}

/** How many merchants a filter finds, counted to 10,001 at most. */
export async function countMerchants(db: Db, filter: MerchantFilter): Promise<number> {
  const [row] = await db.$queryRaw<{ found: number }[]>`
    select count(*)::int as found
    from (select from merchants m where ${filtersOf(filter)} limit 10001) counted`;
  return row?.found ?? 0;
}

import "server-only";
import { ConflictError } from "@/lib/domain/errors";
import type { Db } from "@/lib/data/ctx";

/** Which of these stores exist, as `MID|store`; in the acquirer's context. */
export async function findStores(
  db: Db,
  stores: readonly { merchantId: string; store: string }[],
): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    select s.merchant_id || '|' || s.store as key
    from jsonb_to_recordset(${JSON.stringify(stores)}::jsonb) as k("merchantId" text, store text)
    join stores s on s.merchant_id = k."merchantId" and s.store = k.store`;
  return new Set(rows.map(({ key }) => key));
}

/** `window|currency` to the amount strictly above which two people decide. */
export async function listFourEyesThresholds(db: Db): Promise<Map<string, number>> {
  const rows = await db.fourEyesThreshold.findMany();
  return new Map(rows.map((row) => [`${row.window}|${row.currency}`, Number(row.maxAmountMinor)]));
}

/** The stores of these merchants that have limits, as `MID|store`. */
export async function findLimitedStores(
  db: Db,
  merchantIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    select distinct merchant_id || '|' || store as key from limits
    where merchant_id = any (${[...new Set(merchantIds)]}) and store is not null`;
  return new Set(rows.map(({ key }) => key));
}

/** The merchants among these whose limits bind at some hours or on some days only. */
export async function findMerchantsWithHours(
  db: Db,
  merchantIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ merchantId: string }[]>`
    select distinct merchant_id as "merchantId" from limits
    where merchant_id = any (${[...new Set(merchantIds)]})
      and (time_from is not null or days_of_week <> '{}')`;
  return new Set(rows.map(({ merchantId }) => merchantId));
}

/**
 * One import at a time, and nobody else changes these merchants or terminals meanwhile; limits may still be
 * made for the merchants, whose makers hold the counting lock and wait for nothing here.
 */
export async function lockForImport(
  db: Db,
  merchantIds: readonly string[],
  terminalIds: readonly string[] = [],
): Promise<void> {
  const [turn] = await db.$queryRaw<{ isOurs: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtext('headroom import')) as "isOurs"`;
  if (!turn?.isOurs) {
    throw new ConflictError(
      "Another import is being applied; try again in a minute.",
      "import-runs",
    );
  }
  await db.$executeRaw`
    select from merchants where merchant_id = any (${[...new Set(merchantIds)]})
    order by merchant_id for no key update`;
  await db.$executeRaw`
    select from terminals t join terminal_directory d using (merchant_id, terminal_id)
    where d.terminal_id = any (${[...new Set(terminalIds)]}) order by terminal_id for update of t`;
}

import "server-only";
import type { TerminalStatus } from "@/lib/domain/limit-check/snapshot";
import { COUNTED_UP_TO, type Counting, type PageFrom } from "@/lib/domain/page";
import type { RegistryEntry } from "@/lib/domain/terminals/registry-entry";
import type { Db } from "@/lib/data/ctx";
import { Prisma } from "@/lib/data/generated/client";
import { inListOrder, keysetOf } from "@/lib/data/keyset";
import { countFound, foundBy } from "@/lib/data/merchant-search";

/** `text` is a whole TID or serial number, or else what a merchant is found by. */
export type RegistryFilter = { text: string | null; status: TerminalStatus | null };
export type RegistryPage = Counting & { descending: boolean; limit: number; from: PageFrom };

type Holder = { merchantId: string; terminalId: string };

/** The terminals of exactly this number, or of the machine of this serial number. */
const findHolders = (db: Db, text: string): Promise<Holder[]> => db.$queryRaw<Holder[]>`
  select merchant_id as "merchantId", terminal_id as "terminalId" from terminal_directory
  where terminal_id = ${text}
  union select merchant_id, terminal_id from serial_directory where serial_number = ${text}`;

async function matching(db: Db, { text, status }: RegistryFilter): Promise<Prisma.Sql> {
  const clauses = [Prisma.sql`true`];
  if (status) clauses.push(Prisma.sql`t.status = ${status}`);
  if (text) {
    const holders = await findHolders(db, text);
    const pairs = holders.map((one) => Prisma.sql`(${one.merchantId}, ${one.terminalId})`);
    clauses.push(
      pairs.length > 0
        ? Prisma.sql`(t.merchant_id, t.terminal_id) in (${Prisma.join(pairs)})`
        : Prisma.sql`t.merchant_id in (select m.merchant_id from merchants m
            where ${foundBy(text, await countFound(db, text))})`,
    );
  }
  return Prisma.join(clauses, " and ");
}

async function countTerminals(db: Db, where: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<[{ found: number }]>`
    select count(*)::int as found from (select from terminals t
      where ${where} limit ${COUNTED_UP_TO + 1}) counted`;
  return row.found;
}

/** The terminals the list finds with a filter, by TID; at most `most`. */
export async function listFoundTerminals(
  db: Db,
  filter: RegistryFilter,
  most: number,
): Promise<Holder[]> {
  return db.$queryRaw<Holder[]>`
    select t.merchant_id as "merchantId", t.terminal_id as "terminalId" from terminals t
    where ${await matching(db, filter)} order by t.terminal_id, t.merchant_id limit ${most}`;
}

type Row = Omit<RegistryEntry, "lastSeenAt"> & { lastSeenAt: Date | null };

/** One page of all merchants' terminals by TID, one row more when another page follows; and how many there are. */
export async function listRegistry(
  db: Db,
  filter: RegistryFilter,
  { descending, limit, from, counted = true }: RegistryPage,
): Promise<{ rows: RegistryEntry[]; total: number }> {
  const where = await matching(db, filter);
  const { order, beyond } = keysetOf({
    by: [Prisma.sql`t.terminal_id`, Prisma.sql`t.merchant_id`],
    valuesOf: ({ value, id }) => [Prisma.sql`${id}`, Prisma.sql`${value}`],
    ...{ descending, from },
  });
  const rows = await db.$queryRaw<Row[]>`
    select t.merchant_id as "merchantId", m.trading_name as "tradingName",
      t.terminal_id as "terminalId", t.name, t.store, t.serial_number as "serialNumber", t.model,
      t.app_version as "appVersion", t.status, t.network, t.last_seen_at as "lastSeenAt"
    from (select t.* from terminals t where ${where} and ${beyond}
      order by ${order} limit ${limit + 1}) t
    join merchants m on m.merchant_id = t.merchant_id
    order by ${order}`;
  const entries = rows.map((row) => ({ ...row, lastSeenAt: row.lastSeenAt?.getTime() ?? null }));
  return { rows: inListOrder(entries, from), total: counted ? await countTerminals(db, where) : 0 };
}

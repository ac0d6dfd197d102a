import "server-only";
import type { TerminalStatus } from "@/lib/domain/limit-check/snapshot";
import { COUNTED_UP_TO, type Counting, type PageFrom } from "@/lib/domain/page";
import type { RegistryEntry } from "@/lib/domain/terminals/registry-entry";
import type { Db } from "@/lib/data/ctx";
import { Prisma } from "@/lib/data/generated/client";
import { inListOrder, keysetOf } from "@/lib/data/keyset";

/** `text` is a whole TID or serial number, or else what a merchant is found by. */
export type RegistryFilter = { text: string | null; status: TerminalStatus | null };
export type RegistryPage = Counting & { descending: boolean; limit: number; from: PageFrom };

type Holder = { merchantId: string; terminalId: string };

/** The terminals of exactly this number, or of the machine of this serial number. */
const findHolders = (db: Db, text: string): Promise<Holder[]> => db.$queryRaw<Holder[]>`
  select merchant_id as "merchantId", terminal_id as "terminalId" from terminal_directory
  where terminal_id = ${text}
  union select merchant_id, terminal_id from serial_directory where serial_number = ${text}`;

// The terminals of so many merchants are met soon enough on the way through all of them.
const FEW_MERCHANTS = 5_000;

type Reading = Pick<RegistryPage, "descending" | "from">;

const BY_TID: Reading = { descending: false, from: null };

const keysetFor = ({ descending, from }: Reading) =>
  keysetOf({
    by: [Prisma.sql`t.terminal_id`, Prisma.sql`t.merchant_id`],
    valuesOf: ({ value, id }) => [Prisma.sql`${id}`, Prisma.sql`${value}`],
    ...{ descending, from },
  });

/** The terminals a filter finds, in the order and from the place they are read. */
async function found(
  db: Db,
  { text, status }: RegistryFilter,
  { descending, from }: Reading,
  most: number,
): Promise<Prisma.Sql> {
  const holders = text ? await findHolders(db, text) : [];
  if (text && holders.length === 0) {
    const isDown = descending !== (from?.backwards ?? false);
    return Prisma.sql`select t.merchant_id, t.terminal_id from find_terminals_in_order(${text},
      ${status}, ${isDown}, ${from?.key.id ?? null}, ${from?.key.value ?? null},
      ${FEW_MERCHANTS}, ${most}) t`;
  }
  const { order, beyond } = keysetFor({ descending, from });
  const clauses = [beyond];
  if (status) clauses.push(Prisma.sql`t.status = ${status}`);
  const pairs = holders.map((one) => Prisma.sql`(${one.merchantId}, ${one.terminalId})`);
  if (text) clauses.push(Prisma.sql`(t.merchant_id, t.terminal_id) in (${Prisma.join(pairs)})`);
  return Prisma.sql`select t.merchant_id, t.terminal_id from terminals t
    where ${Prisma.join(clauses, " and ")} order by ${order} limit ${most}`;
}

async function countTerminals(db: Db, filter: RegistryFilter): Promise<number> {
  const all = await found(db, filter, BY_TID, COUNTED_UP_TO + 1);
  const [row] = await db.$queryRaw<[{ total: number }]>`
    select count(*)::int as total from (${all}) f`;
  return row.total;
}

/** The terminals the list finds with a filter, by TID; at most `most`. */
export async function listFoundTerminals(
  db: Db,
  filter: RegistryFilter,
  most: number,
): Promise<Holder[]> {
  return db.$queryRaw<Holder[]>`
    select t.merchant_id as "merchantId", t.terminal_id as "terminalId"
    from (${await found(db, filter, BY_TID, most)}) t order by t.terminal_id, t.merchant_id`;
}

type Row = Omit<RegistryEntry, "lastSeenAt"> & { lastSeenAt: Date | null };

/** One page of all merchants' terminals by TID, one row more when another page follows; and how many there are. */
export async function listRegistry(
  db: Db,
  filter: RegistryFilter,
  { limit, counted = true, ...reading }: RegistryPage,
): Promise<{ rows: RegistryEntry[]; total: number }> {
  // The page is cut first: only its rows are read whole.
  const rows = await db.$queryRaw<Row[]>`
    select t.merchant_id as "merchantId", m.trading_name as "tradingName",
      t.terminal_id as "terminalId", t.name, t.store, t.serial_number as "serialNumber", t.model,
      t.app_version as "appVersion", t.status, t.network, t.last_seen_at as "lastSeenAt"
    from (${await found(db, filter, reading, limit + 1)}) f
    join terminals t on t.merchant_id = f.merchant_id and t.terminal_id = f.terminal_id
    join merchants m on m.merchant_id = t.merchant_id
    order by ${keysetFor(reading).order}`;
  const entries = rows.map((row) => ({ ...row, lastSeenAt: row.lastSeenAt?.getTime() ?? null }));
  const total = counted ? await countTerminals(db, filter) : 0;
  return { rows: inListOrder(entries, reading.from), total };
}

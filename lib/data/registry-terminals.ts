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

/** What is looked for: terminals by their own numbers, or else by what their merchants are found by. */
type Sought = RegistryFilter & { holders: readonly Holder[] };

async function soughtOf(db: Db, filter: RegistryFilter): Promise<Sought> {
  return { ...filter, holders: filter.text ? await findHolders(db, filter.text) : [] };
}

/** Null where no merchant is looked for. */
function foundByMerchant(sought: Sought, reading: Reading, most: number): Prisma.Sql | null {
  const { text, status, holders } = sought;
  const { descending, from } = reading;
  if (!text || holders.length > 0) return null;
  const isDown = descending !== (from?.backwards ?? false);
  return Prisma.sql`find_terminals_in_order(${text}, ${status}, ${isDown},
    ${from?.key.id ?? null}, ${from?.key.value ?? null}, ${FEW_MERCHANTS}, ${most}) f`;
}

function matching({ text, status, holders }: Sought): Prisma.Sql {
  const clauses = [Prisma.sql`true`];
  if (status) clauses.push(Prisma.sql`t.status = ${status}`);
  const pairs = holders.map((one) => Prisma.sql`(${one.merchantId}, ${one.terminalId})`);
  if (text) clauses.push(Prisma.sql`(t.merchant_id, t.terminal_id) in (${Prisma.join(pairs)})`);
  return Prisma.join(clauses, " and ");
}

/** The terminals that are found, in the order and from the place they are read. */
function found(sought: Sought, reading: Reading, most: number): Prisma.Sql {
  const byMerchant = foundByMerchant(sought, reading, most);
  if (byMerchant) {
    return Prisma.sql`${byMerchant}
      join terminals t on t.merchant_id = f.merchant_id and t.terminal_id = f.terminal_id`;
  }
  const { order, beyond } = keysetFor(reading);
  return Prisma.sql`(select t.* from terminals t where ${matching(sought)} and ${beyond}
    order by ${order} limit ${most}) t`;
}

async function countTerminals(db: Db, sought: Sought): Promise<number> {
  const most = COUNTED_UP_TO + 1;
  const all =
    foundByMerchant(sought, BY_TID, most) ??
    Prisma.sql`(select from terminals t where ${matching(sought)} limit ${most}) f`;
  const [row] = await db.$queryRaw<[{ total: number }]>`select count(*)::int as total from ${all}`;
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
    from ${found(await soughtOf(db, filter), BY_TID, most)} order by t.terminal_id, t.merchant_id`;
}

type Row = Omit<RegistryEntry, "lastSeenAt"> & { lastSeenAt: Date | null };

/** One page of all merchants' terminals by TID, one row more when another page follows; and how many there are. */
export async function listRegistry(
  db: Db,
  filter: RegistryFilter,
  { limit, counted = true, ...reading }: RegistryPage,
): Promise<{ rows: RegistryEntry[]; total: number }> {
  const sought = await soughtOf(db, filter);
  const rows = await db.$queryRaw<Row[]>`
    select t.merchant_id as "merchantId", m.trading_name as "tradingName",
      t.terminal_id as "terminalId", t.name, t.store, t.serial_number as "serialNumber", t.model,
      t.app_version as "appVersion", t.status, t.network, t.last_seen_at as "lastSeenAt"
    from ${found(sought, reading, limit + 1)}
    join merchants m on m.merchant_id = t.merchant_id
    order by ${keysetFor(reading).order}`;
  const entries = rows.map((row) => ({ ...row, lastSeenAt: row.lastSeenAt?.getTime() ?? null }));
  const total = counted ? await countTerminals(db, sought) : 0;
  return { rows: inListOrder(entries, reading.from), total };
}

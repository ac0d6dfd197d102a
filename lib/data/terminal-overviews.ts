import "server-only";
import type { LimitState } from "@/lib/domain/limits/limit";
import type { TerminalStatus } from "@/lib/domain/limit-check/snapshot";
import type { NameOrder, PageFrom } from "@/lib/domain/page";
import type { MerchantFrame, TerminalRecord } from "@/lib/domain/terminals/terminal-overview";
import { Prisma } from "@/lib/data/generated/client";
import type { Db } from "@/lib/data/ctx";
import { inListOrder, inNameOrder, keysetOf, likePart, momentOfPlace } from "@/lib/data/keyset";

/** A terminal with every limit that applies to it and what they have counted. */
export type TerminalRow = { terminal: TerminalRecord; limits: LimitState[] };

/** The part of a check's snapshot that is the same for all of a merchant's terminals. */
export async function readMerchantFrame(
  db: Db,
  merchantId: string,
  at: Date,
): Promise<MerchantFrame> {
  const [row] = await db.$queryRaw<[{ frame: MerchantFrame }]>`
    select jsonb_build_object('acquirer', acquirer_rules(), 'merchant', merchant_state(${merchantId}),
      'requirements', requirement_states(${merchantId}),
      'amountLimitCurrencies', amount_limit_currencies(${merchantId}, ${at}),
      'maintenance', maintenance_states(${at})) as frame`;
  return row.frame;
}

const columnsOf = (merchantId: string, at: Date) => Prisma.sql`
  terminal_state(${merchantId}, t.terminal_id) || jsonb_build_object('name', t.name,
    'model', t.model, 'appVersion', t.app_version, 'network', t.network, 'rttMs', t.rtt_ms,
    'statusReason', t.status_reason, 'statusSince', epoch_ms(t.status_since))
    as terminal,
  limit_states(${merchantId}, t.terminal_id, t.store, ${at}, ${at}) as limits`;

export async function findTerminalRow(
  db: Db,
  merchantId: string,
  terminalId: string,
  at: Date,
): Promise<TerminalRow | null> {
  const [row] = await db.$queryRaw<TerminalRow[]>`
    select ${columnsOf(merchantId, at)} from terminals t
    where t.merchant_id = ${merchantId} and t.terminal_id = ${terminalId}`;
  return row ?? null;
}

export type TerminalSort = "terminal" | "store" | "seen";

/** `text` is part of a TID, name or store; empty filters let everything through. */
export type TerminalFilter = {
  text: string | null;
  status: TerminalStatus | null;
  store: string | null;
};

export type TerminalPage = {
  sort: TerminalSort;
  nameOrder?: NameOrder;
  descending: boolean;
  limit: number;
  from: PageFrom;
};

type Sorted = { by: Prisma.Sql; value: Prisma.Sql; read: (value: string) => Prisma.Sql };

const asText = (value: string) => Prisma.sql`${value}`;

const SORTED_BY: Record<TerminalSort, (order: NameOrder) => Sorted> = {
  terminal: () => ({
    ...{ by: Prisma.sql`t.terminal_id`, value: Prisma.sql`t.terminal_id`, read: asText },
  }),
  store: (order) => ({
    by: inNameOrder(Prisma.sql`coalesce(t.store, '')`, order),
    value: Prisma.sql`coalesce(t.store, '')`,
    read: asText,
  }),
  seen: () => ({
    by: Prisma.sql`coalesce(t.last_seen_at, '-infinity'::timestamptz)`,
    value: Prisma.sql`coalesce(epoch_ms(t.last_seen_at)::text, '')`,
    read: momentOfPlace,
  }),
};

function matching(merchantId: string, { text, status, store }: TerminalFilter): Prisma.Sql {
  const clauses = [Prisma.sql`t.merchant_id = ${merchantId}`];
  if (status) clauses.push(Prisma.sql`t.status = ${status}`);
  if (store) clauses.push(Prisma.sql`t.store = ${store}`);
  if (text) {
    const part = likePart(text);
    clauses.push(Prisma.sql`(t.terminal_id like ${part} or t.name ilike ${part}
      or t.store ilike ${part})`);
  }
  return Prisma.join(clauses, " and ");
}

/** One page in the order asked for, always forwards, with one row more when another page follows. */
export async function listTerminalRows(
  db: Db,
  merchantId: string,
  filter: TerminalFilter,
  { sort, nameOrder, descending, limit, from }: TerminalPage,
  at: Date,
): Promise<(TerminalRow & { sortValue: string })[]> {
  const sorted = SORTED_BY[sort](nameOrder ?? "root");
  const { order, beyond } = keysetOf({
    by: [sorted.by, Prisma.sql`t.terminal_id`],
    valuesOf: ({ value, id }) => [sorted.read(value), asText(id)],
    descending,
    from,
  });
  // The page is cut first: the functions then run for its rows only.
  const rows = await db.$queryRaw<(TerminalRow & { sortValue: string })[]>`
    select ${columnsOf(merchantId, at)}, t.sort_value as "sortValue" from (
      select t.*, ${sorted.value} as sort_value from terminals t
      where ${matching(merchantId, filter)} and ${beyond}
      order by ${order} limit ${limit + 1}) t
    order by ${order}`;
  return inListOrder(rows, from);
}

/** How many match, counted up to `most` and no further. */
export async function countTerminals(
  db: Db,
  merchantId: string,
  filter: TerminalFilter,
  most: number,
): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    select count(*)::int as count
    from (select from terminals t where ${matching(merchantId, filter)} limit ${most}) counted`;
  return row.count;
}

export async function listStores(db: Db, merchantId: string, most: number): Promise<string[]> {
  const rows = await db.store.findMany({
    where: { merchantId },
    orderBy: { store: "asc" },
    take: most,
    select: { store: true },
  });
  return rows.map((row) => row.store);
}

/** Just enough to choose a terminal by: those wanted whatever their state, and the deployed ones. */
export async function listTerminalChoices(
  db: Db,
  merchantId: string,
  most: number,
  wanted: readonly string[],
): Promise<Pick<TerminalRecord, "terminalId" | "name" | "store" | "currencies">[]> {
  return db.$queryRaw`
    select t.terminal_id as "terminalId", t.name, t.store, t.currencies from terminals t
    where t.merchant_id = ${merchantId}
      and (t.status = 'deployed' or t.terminal_id = any (${[...wanted]}::text[]))
    order by t.terminal_id = any (${[...wanted]}::text[]) desc, t.terminal_id limit ${most}`;
}

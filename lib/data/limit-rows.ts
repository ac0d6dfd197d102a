import "server-only";
import type { LimitScope, LimitState, Window } from "@/lib/domain/limits/limit";
import type { LimitSource } from "@/lib/domain/limits/limit-row";
import { COUNTED_UP_TO, type Counting, type NameOrder, type PageFrom } from "@/lib/domain/page";
import type { Db } from "@/lib/data/ctx";
import { Prisma } from "@/lib/data/generated/client";
import { inListOrder, inNameOrder, keysetOf, likePart } from "@/lib/data/keyset";

/** `text` is part of a TID, of a terminal's name or of a store. */
export type LimitRowFilter = {
  text: string | null;
  scope: LimitScope | null;
  window: Window | null;
};

export type LimitRowPage = Counting & {
  /** "used" has no index and so no place: see readLimitsByUse. */
  sort: "limit" | "window" | "used";
  nameOrder: NameOrder;
  descending: boolean;
  limit: number;
  from: PageFrom;
};

export type LimitRecord = {
  state: LimitState;
  terminalName: string | null;
  place: string;
  rank: number;
  sources: (LimitSource & { version: number })[];
};

const PLACE = Prisma.sql`limit_place(l.scope, l.store, l.terminal_id)`;
const RANK = Prisma.sql`window_rank(l."window")`;

/** In force or to come: a temporary version that has not ended, one that starts later, or the last base unless it has ended. */
const standing = (at: Date) => Prisma.sql`(
  exists (select from limit_versions v where v.merchant_id = l.merchant_id
    and v.limit_id = l.limit_id and v.status = 'active'
    and (v.starts_at > ${at} or (v.kind = 'temporary' and v.ends_at > ${at})))
  or coalesce((select coalesce(b.ends_at, 'infinity') > ${at} from limit_versions b
    where b.merchant_id = l.merchant_id and b.limit_id = l.limit_id and b.kind = 'base'
      and b.status = 'active' and coalesce(b.starts_at, '-infinity') <= ${at}
    order by coalesce(b.starts_at, '-infinity') desc, b.version desc limit 1), false))`;

function matching(
  merchantId: string,
  { text, scope, window }: LimitRowFilter,
  at: Date,
): Prisma.Sql {
  const clauses = [Prisma.sql`l.merchant_id = ${merchantId}`];
  if (scope) clauses.push(Prisma.sql`l.scope = ${scope}`);
  if (window) clauses.push(Prisma.sql`l."window" = ${window}`);
  if (text) {
    const part = likePart(text);
    clauses.push(Prisma.sql`(l.terminal_id ilike ${part} or l.store ilike ${part}
      or l.terminal_id in (select t.terminal_id from terminals t
        where t.merchant_id = ${merchantId} and (t.name ilike ${part} or t.store ilike ${part})))`);
  }
  return Prisma.join([...clauses, standing(at)], " and ");
}

const recordAt = (at: Date) => Prisma.sql`
  limit_state(l::limits, ${at})
      || jsonb_build_object('versions', limit_history(l::limits) -> 'versions') as state,
    (select t.name from terminals t where t.merchant_id = l.merchant_id
      and t.terminal_id = l.terminal_id) as "terminalName",
    ${PLACE} as place, ${RANK} as rank,
    (select jsonb_agg(jsonb_build_object('version', v.version, 'origin', v.origin,
        'limitRequestId', v.request_id)) from limit_versions v
      where v.merchant_id = l.merchant_id and v.limit_id = l.limit_id) as sources`;

/** These limits of a merchant in the order of their ids here; one that is gone is left out. */
export async function listLimitRecordsOf(
  db: Db,
  merchantId: string,
  limitIds: readonly string[],
  at: Date,
): Promise<LimitRecord[]> {
  return db.$queryRaw<LimitRecord[]>`
    select ${recordAt(at)} from unnest(${[...limitIds]}::text[]) with ordinality k(id, n)
    join limits l on l.merchant_id = ${merchantId} and l.limit_id = k.id
    order by k.n`;
}

/** The limits a filter finds as they stand, by place; at most `most`. */
export async function listLimitStates(
  db: Db,
  merchantId: string,
  filter: LimitRowFilter,
  at: Date,
  most: number,
): Promise<LimitState[]> {
  const rows = await db.$queryRaw<{ state: LimitState }[]>`
    select limit_state(l::limits, ${at}) as state from limits l
    where ${matching(merchantId, filter, at)}
    order by ${PLACE}, ${RANK}, l.limit_id limit ${most}`;
  return rows.map(({ state }) => state);
}

/** One page of a merchant's limits in force or to come, one row more when another page follows. */
export async function listLimitRecords(
  db: Db,
  merchantId: string,
  filter: LimitRowFilter,
  { sort, nameOrder, descending, limit, from }: LimitRowPage,
  at: Date,
): Promise<LimitRecord[]> {
  const place = inNameOrder(PLACE, nameOrder);
  const { order, beyond } = keysetOf({
    by: [...(sort === "window" ? [RANK, place] : [place, RANK]), Prisma.sql`l.limit_id`],
    valuesOf: ({ value, id }) => {
      const rank = Prisma.sql`${Number(value.slice(0, 1)) || 0}`;
      const target = Prisma.sql`${value.slice(1)}`;
      return [...(sort === "window" ? [rank, target] : [target, rank]), Prisma.sql`${id}`];
    },
    ...{ descending, from },
  });
  const rows = await db.$queryRaw<LimitRecord[]>`
    select ${recordAt(at)} from (select l.* from limits l
      where ${matching(merchantId, filter, at)} and ${beyond}
      order by ${order} limit ${limit + 1}) l
    order by ${order}`;
  return inListOrder(rows, from);
}

/** How many limits a filter finds, counted to 10,001 at most. */
export async function countLimits(
  db: Db,
  merchantId: string,
  filter: LimitRowFilter,
  at: Date,
): Promise<number> {
  const [row] = await db.$queryRaw<[{ found: number }]>`
    select count(*)::int as found from (select from limits l
      where ${matching(merchantId, filter, at)} limit ${COUNTED_UP_TO + 1}) counted`;
  return row.found;
}

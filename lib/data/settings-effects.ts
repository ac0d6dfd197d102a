import "server-only";
import { OPEN_STATES } from "@/lib/domain/limit-requests/request-state";
import type { Db } from "@/lib/data/ctx";

type Count = { count: number };
const first = ([row]: Count[]): number => row?.count ?? 0;

/** Nobody reads more exactly than this, and nothing is counted further. */
const MOST = 10_001;

/** Limit requests that are open. */
export async function countOpenRequests(db: Db): Promise<number> {
  return first(
    await db.$queryRaw<Count[]>`
      select count(*)::int as count from (select from limit_requests
        where state = any (${[...OPEN_STATES]}) limit ${MOST}) r`,
  );
}

/** Limits; `counted` = of those only that count in windows of the calendar. */
export async function countLimits(db: Db, counted: boolean): Promise<number> {
  return first(
    await db.$queryRaw<Count[]>`
      select count(*)::int as count from (select from limits
        where not ${counted} or "window" in ('daily', 'weekly', 'monthly') limit ${MOST}) l`,
  );
}

/** Limits of a window and currency whose base at `at` is strictly above the amount, or without a maximum. */
export async function countLimitsAbove(
  db: Db,
  { window, currency }: { window: string; currency: string },
  amountMinor: number | null,
  at: Date,
): Promise<number> {
  return first(
    await db.$queryRaw<Count[]>`
      select count(*)::int as count from (select from limits l
        join limit_versions v on v.merchant_id = l.merchant_id and v.limit_id = l.limit_id
        where l."window" = ${window} and l.currency = ${currency} and v.status = 'active'
          and v.kind = 'base' and (v.starts_at is null or v.starts_at <= ${at})
          and (v.ends_at is null or v.ends_at > ${at})
          and (v.max_amount_minor is null or ${amountMinor}::bigint is null
            or v.max_amount_minor > ${amountMinor}::bigint) limit ${MOST}) l`,
  );
}

/** Requirements that fall due, or whose document ends, after `at` and within so many days. */
export async function countDueWithin(db: Db, days: number, at: Date): Promise<number> {
  return first(
    await db.$queryRaw<Count[]>`
      select count(*)::int as count from (select from requirements r
        where least(r.due_at, r.document_expires_at) > ${at}
          and least(r.due_at, r.document_expires_at) <= ${at}::timestamptz + make_interval(days => ${days}::int)
        limit ${MOST}) r`,
  );
}

/** Questions to merchants open under the days that stand, and those of them that would be over under others. */
export async function countOpenQuestions(
  db: Db,
  days: { before: number; after: number },
  at: Date,
): Promise<{ open: number; over: number }> {
  const [row] = await db.$queryRaw<{ open: number; over: number }[]>`
    select count(*)::int as open, (count(*) filter (
      where q.asked_at + make_interval(days => ${days.after}::int) <= ${at}))::int as over
    from (select r.question_asked_at as asked_at from limit_requests r
      where r.state = 'info_requested'
        and r.question_asked_at + make_interval(days => ${days.before}::int) > ${at}
      limit ${MOST}) q`;
  return row ?? { open: 0, over: 0 };
}

/** Currencies of merchants, each once; read along the index, however many merchants there are. */
export async function listMerchantCurrencies(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ currency: string }[]>`
    with recursive found as (
      (select currency from merchants order by currency limit 1)
      union all
      select (select m.currency from merchants m where m.currency > f.currency
        order by m.currency limit 1) from found f where f.currency is not null
    )
    select currency from found where currency is not null`;
  return rows.map(({ currency }) => currency);
}

/** Merchants of a tier that are not live yet. */
export async function countPendingMerchants(db: Db, tier: string): Promise<number> {
  return first(
    await db.$queryRaw<Count[]>`
      select count(*)::int as count from (select from merchants
        where status = 'pending' and tier = ${tier} limit ${MOST}) m`,
  );
}

/** The whole map of a profile; reasons left out show no code. */
export async function getReasonMap(db: Db, profileId: string): Promise<Record<string, string>> {
  const rows = await db.reasonCodeMap.findMany({ where: { profileId } });
  return Object.fromEntries(rows.map((row) => [row.reasonCode, row.responseCode]));
}

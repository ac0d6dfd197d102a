import "server-only";
import type { LimitIdentity } from "@/lib/domain/limits/limit";
import type { CountedDay } from "@/lib/domain/limit-requests/review-days";
import type { RecordedRefusal } from "@/lib/domain/limit-requests/replay";
import type { SimilarLimits } from "@/lib/domain/limit-requests/review";
import type { Db } from "@/lib/data/ctx";

/** A limit as a row of its table, for the functions that take one, whether or not it exists yet. */
function limitRow(merchantId: string, limit: LimitIdentity): string {
  const { filters, ...identity } = limit;
  return JSON.stringify({
    ...{ merchant_id: merchantId, limit_id: identity.limitId, scope: identity.scope },
    ...{ store: identity.store, terminal_id: identity.terminalId, window: identity.window },
    ...{ window_seconds: identity.windowSeconds, currency: identity.currency },
    ...{ time_from: filters.timeFrom, time_to: filters.timeTo, days_of_week: filters.daysOfWeek },
    entry_modes: filters.entryModes,
    ...{ funding_sources: filters.fundingSources, card_origins: filters.cardOrigins },
  });
}

/** What a limit counted per business day since `from`, oldest first; what was given back is taken off. */
export function listCountedDays(
  db: Db,
  merchantId: string,
  limit: LimitIdentity,
  from: Date,
): Promise<CountedDay[]> {
  return db.$queryRaw`
    select t.business_date::text as date,
      sum(t.amount_minor - k.given_back_minor)::float8 as "amountMinor",
      (count(*) filter (where not k.reversed))::int as count,
      max(t.amount_minor)::float8 as "largestMinor"
    from transactions t
    -- One look-up a sale: a join may read every key of the merchant for each.
    cross join lateral (
      select * from transaction_keys k
      where k.merchant_id = t.merchant_id and k.external_id = t.external_id limit 1) k
    where t.merchant_id = ${merchantId} and t.occurred_at >= ${from} and t.kind = 'sale' and t.approved
      and (${limit.terminalId}::text is null or t.terminal_id = ${limit.terminalId})
      and limit_counts(jsonb_populate_record(null::limits, ${limitRow(merchantId, limit)}::jsonb),
        charge_of(t))
    group by t.business_date order by t.business_date`;
}

/**
 * Checks since `from` that were declined because of this limit alone, as they were answered. A check of
 * single charges takes nothing from the next one, so each is a window of its own.
 */
export function listRefusedChecks(
  db: Db,
  merchantId: string,
  limit: LimitIdentity,
  from: Date,
): Promise<RecordedRefusal[]> {
  return db.$queryRaw`
    select floor(extract(epoch from c.evaluated_at) * 1000)::float8 as at,
      c.terminal_id as "terminalId", c.amount_minor::float8 as "amountMinor",
      coalesce(max(r ->> 'resets_at'), c.check_id) as "windowKey",
      bool_or(r ->> 'code' = 'AMOUNT_BELOW_MINIMUM') as "belowMinimum",
      max(case when r ->> 'code' like '%AMOUNT_LIMIT_EXCEEDED' or r ->> 'code' = 'PER_TRANSACTION_LIMIT_EXCEEDED'
        then coalesce((r -> 'used' ->> 'value')::float8, 0) + coalesce((r -> 'reserved' ->> 'value')::float8, 0)
        end) as "countedAmountMinor",
      max(case when r ->> 'code' like '%COUNT_LIMIT_EXCEEDED'
        then (r ->> 'used')::float8 + (r ->> 'reserved')::float8 end) as "countedCount"
    from checks c
    cross join lateral json_array_elements(c.answer -> 'reasons') r
    where c.merchant_id = ${merchantId} and c.check_id >= least_check_id(${from})
      and c.evaluated_at >= ${from} and c.decision = 'decline'
      and (${limit.terminalId}::text is null or c.terminal_id = ${limit.terminalId})
      and r ->> 'severity' = 'block'
    group by c.check_id, c.evaluated_at, c.terminal_id, c.amount_minor
    having bool_and(r ->> 'limit_id' is not distinct from ${limit.limitId})
    order by c.evaluated_at`;
}

/**
 * Sales since `from` that were declined with the code the acquirer expects for this limit, while the
 * amount was beyond what was then left; what was left is summed from the sales themselves.
 */
export function listRefusedSales(
  db: Db,
  merchantId: string,
  limit: LimitIdentity,
  { from, reasonCode }: { from: Date; reasonCode: string },
): Promise<RecordedRefusal[]> {
  const isPerCharge = limit.window === "per_transaction";
  const unit = { weekly: "week", monthly: "month" }[limit.window as string] ?? "day";
  // A rolling limit looks back from each charge anew.
  const rollingSeconds = limit.windowSeconds;
  return db.$queryRaw`
    with counted as (select jsonb_populate_record(null::limits, ${limitRow(merchantId, limit)}::jsonb) as l),
    declined as (
      select t.*, date_trunc(${unit}, t.business_date)::date as window_date
      from transactions t
      cross join counted c cross join
        acquirer_settings s join reason_code_map m
          on m.profile_id = s.response_code_profile and m.reason_code = ${reasonCode}
      where t.merchant_id = ${merchantId} and t.occurred_at >= ${from} and t.kind = 'sale'
        and not t.approved and t.response_code = m.response_code
        and (${limit.terminalId}::text is null or t.terminal_id = ${limit.terminalId})
        and limit_counts(c.l, charge_of(t))
    )
    select floor(extract(epoch from r.occurred_at) * 1000)::float8 as at, r.terminal_id as "terminalId",
      r.amount_minor::float8 as "amountMinor", false as "belowMinimum",
      case when ${isPerCharge} or ${rollingSeconds}::int is not null then r.transaction_id else r.window_date::text end as "windowKey",
      u.used::float8 as "countedAmountMinor", null as "countedCount"
    from declined r
    cross join lateral version_in_force(r.merchant_id, ${limit.limitId}, r.occurred_at) v
    cross join lateral (
      select case when ${isPerCharge} then 0 else coalesce(sum(t.amount_minor), 0) end as used
      from transactions t
      cross join counted c
      where not ${isPerCharge} and t.merchant_id = r.merchant_id and t.kind = 'sale' and t.approved
        and t.occurred_at < r.occurred_at and t.occurred_at > r.occurred_at - interval '32 days'
        and case when ${rollingSeconds}::int is null then t.business_date >= r.window_date
          else t.occurred_at > r.occurred_at - make_interval(secs => ${rollingSeconds}::int) end
        and (${limit.terminalId}::text is null or t.terminal_id = ${limit.terminalId})
        and limit_counts(c.l, charge_of(t))
    ) u
    where u.used + r.amount_minor > v.max_amount_minor
    order by r.occurred_at`;
}

/** How many checks since `from` were declined by the cause that came first, most frequent first. */
export function listDeclineCauses(
  db: Db,
  merchantId: string,
  terminalId: string | null,
  from: Date,
): Promise<{ cause: string; count: number }[]> {
  return db.$queryRaw`
    select c.answer -> 'reasons' -> 0 ->> 'cause' as cause, count(*)::int as count
    from checks c
    where c.merchant_id = ${merchantId} and c.check_id >= least_check_id(${from})
      and c.evaluated_at >= ${from} and c.decision = 'decline'
      and (${terminalId}::text is null or c.terminal_id = ${terminalId})
    group by 1 order by 2 desc, 1`;
}

/** The middle value among merchants of the same tier and trade with a like limit; null without any. */

const SAMPLE = 500;

export async function getSimilarLimits(
  db: Db,
  merchantId: string,
  limit: LimitIdentity,
  at: Date,
): Promise<SimilarLimits> {
  const [row] = await db.$queryRaw<SimilarLimits[]>`
    with alike as (
      select o.merchant_id from merchants m join merchants o on o.tier = m.tier and o.mcc = m.mcc
      where m.merchant_id = ${merchantId} and o.merchant_id <> ${merchantId} limit ${SAMPLE}
    )
    select count(distinct l.merchant_id)::int as merchants,
      (percentile_disc(0.5) within group (order by v.max_amount_minor))::float8 as "maxAmountMinor",
      (percentile_disc(0.5) within group (order by v.max_count))::float8 as "maxCount"
    from alike a join limits l on l.merchant_id = a.merchant_id
    cross join lateral version_in_force(l.merchant_id, l.limit_id, ${at}) v
    where l."window" = ${limit.window} and l.currency = ${limit.currency} and l.scope = ${limit.scope}
      and l.entry_modes = '{}' and l.funding_sources = '{}' and l.card_origins = '{}'`;
  return row ?? { merchants: 0, maxAmountMinor: null, maxCount: null };
}

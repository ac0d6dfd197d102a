import type pg from "pg";

export type Miscounted = {
  limitId: string;
  windowStart: Date;
  used: number;
  count: number;
  sumOfEvents: number;
  countOfEvents: number;
};

// The rules once more, in other words than the product's: sales in the window that the limit takes,
// less the approved returns that name them.
const RECOUNT = `
  with event as (
    select t.*, array(select r.amount_minor from transactions r
      where r.merchant_id = t.merchant_id and r.original_external_id = t.external_id and r.approved
        and r.kind in ('refund', 'reversal')) as returned,
      exists (select from transactions r
        where r.merchant_id = t.merchant_id and r.original_external_id = t.external_id and r.approved
          and r.kind = 'reversal') as undone
    from transactions t
    where t.merchant_id = $1 and t.kind = 'sale' and t.approved
  ), recounted as (
    select c.limit_id, c.window_start, c.used_amount_minor as used, c.used_count as count,
      coalesce(sum(e.amount_minor - (select coalesce(sum(x), 0) from unnest(e.returned) x)), 0)::bigint as amounts,
      count(e.external_id) filter (where not e.undone) as charges
    from counters c
    join limits l on l.merchant_id = c.merchant_id and l.limit_id = c.limit_id
    left join event e on e.currency = l.currency
      and e.occurred_at between c.window_start and c.window_end - interval '1 ms'
      and coalesce(l.terminal_id, e.terminal_id) = e.terminal_id
      and (cardinality(l.entry_modes) = 0 or coalesce(e.entry_mode = any (l.entry_modes), true))
      and (cardinality(l.funding_sources) = 0 or coalesce(e.funding_source = any (l.funding_sources), true))
      and (cardinality(l.card_origins) = 0 or coalesce(e.card_origin = any (l.card_origins), true))
    where c.merchant_id = $1
    group by c.limit_id, c.window_start, c.used_amount_minor, c.used_count
  )
  select limit_id as "limitId", window_start as "windowStart", used::float8, count::float8,
    amounts::float8 as "sumOfEvents", charges::float8 as "countOfEvents"
  from recounted where used <> amounts or count <> charges`;

/** Every counter of a merchant that is not the sum of its events, recomputed from the transactions. */
export async function listMiscounted(
  owner: pg.ClientBase,
  merchantId: string,
): Promise<Miscounted[]> {
  const { rows } = await owner.query<Miscounted>(RECOUNT, [merchantId]);
  return rows;
}

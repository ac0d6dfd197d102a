import "server-only";
import type { LimitState } from "@/lib/domain/limits/limit";
import type { Trial } from "@/lib/domain/trials";
import type { Db } from "@/lib/data/ctx";

/** Limits that count something in a window that runs, what is used most first. */
export async function listLimitsInUse(
  db: Db,
  merchantId: string,
  { at, limit }: { at: Date; limit: number },
): Promise<LimitState[]> {
  const rows = await db.$queryRaw<{ state: LimitState }[]>`
    select limit_state(l, ${at})
      || jsonb_build_object('versions', limit_history(l) -> 'versions') as state
    from (
      select c.limit_id, max(c.used_amount_minor + c.reserved_amount_minor) as taken
      from counters c where c.merchant_id = ${merchantId} and c.window_end > ${at}
        and c.used_count + c.reserved_count > 0
      group by c.limit_id order by taken desc, c.limit_id limit ${limit}) used
    join limits l on l.merchant_id = ${merchantId} and l.limit_id = used.limit_id
    order by used.taken desc, l.limit_id`;
  return rows.map(({ state }) => state);
}

/** The latest checks, holds, transactions and requests together, newest first. */
export async function listLatestTrials(
  db: Db,
  merchantId: string,
  { at, limit }: { at: Date; limit: number },
): Promise<Trial[]> {
  const rows = await db.$queryRaw<(Omit<Trial, "at"> & { at: Date })[]>`
    (select 'check' as kind, c.check_id as id, c.evaluated_at as at, c.terminal_id as "terminalId",
      c.amount_minor::float8 as "amountMinor", c.currency, c.decision as outcome, null as "responseCode"
     from checks c where c.merchant_id = ${merchantId} order by c.check_id desc limit ${limit})
    union all
    (select 'reservation', r.reservation_id, r.created_at, r.terminal_id, r.amount_minor::float8,
      r.currency, reservation_state(r, ${at}) ->> 'state', null
     from reservations r where r.merchant_id = ${merchantId}
     order by r.reservation_id desc limit ${limit})
    union all
    (select 'transaction', t.transaction_id, t.created_at, t.terminal_id, t.amount_minor::float8,
      t.currency, t.kind, t.response_code
     from transactions t where t.merchant_id = ${merchantId}
     order by t.occurred_at desc limit ${limit})
    union all
    (select 'limit_request', q.limit_request_id, q.submitted_at, q.terminal_id,
      q.requested_max_amount::float8, q.currency, q.state, null
     from limit_requests q where q.merchant_id = ${merchantId}
     order by q.limit_request_id desc limit ${limit})
    order by at desc, id desc limit ${limit}`;
  return rows.map((row) => ({ ...row, at: row.at.getTime() }) as Trial);
}

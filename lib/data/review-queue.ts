import "server-only";
import type { Instant } from "@/lib/domain/instant";
import type { Window } from "@/lib/domain/limits/limit";
import type { QueueRow } from "@/lib/domain/limit-requests/queue-row";
import { QUEUE_TABS, type QueueTab } from "@/lib/domain/limit-requests/queue-tab";
import { Prisma } from "@/lib/data/generated/client";
import type { Db } from "@/lib/data/ctx";
import { likePart } from "@/lib/data/keyset";

export type QueueFilter = {
  tier: string | null;
  window: Window | null;
  /** Part of a name, MID or TID. */
  text: string | null;
};

/** Where a page begins or ends: the deadline and ids of a row. */
export type QueueCursor = { dueAt: Instant; merchantId: string; limitRequestId: string };

export type QueueQuery = {
  tab: QueueTab;
  filter: QueueFilter;
  userId: string;
  at: Date;
  questionDays: number;
  limit: number;
  after: QueueCursor | null;
  before: QueueCursor | null;
};

/** Requests still to be decided at a moment, whatever a job has recorded. */
export const undecided = (at: Date, questionDays: number) => Prisma.sql`
  r.state in ('submitted', 'in_review', 'info_requested') and r.limit_batch_id is null
  and (r.ends_at is null or r.ends_at > ${at})
  and (r.state <> 'info_requested' or r.question_asked_at + ${questionDays} * interval '1 day' > ${at})`;

function matching({ tier, window, text }: QueueFilter): Prisma.Sql {
  const like = text === null ? null : likePart(text);
  return Prisma.sql`
    (${tier}::text is null or m.tier = ${tier}) and (${window}::text is null or r."window" = ${window})
    and (${like}::text is null or m.trading_name ilike ${like} or m.legal_name ilike ${like}
      or r.merchant_id ilike ${like} or r.terminal_id ilike ${like})`;
}

/** A request that waits for the merchant's answer is in its own tab only. */
function inTab(tab: QueueTab, userId: string, at: Date): Prisma.Sql {
  const ours = Prisma.sql`r.state <> 'info_requested'`;
  const tabs: Record<QueueTab, Prisma.Sql> = {
    all: ours,
    mine: Prisma.sql`${ours} and r.claimed_by_user_id = ${userId}`,
    unclaimed: Prisma.sql`${ours} and r.claimed_by_user_id is null and r.approvals = 0`,
    second: Prisma.sql`${ours} and r.approvals > 0`,
    overdue: Prisma.sql`${ours} and r.due_at <= ${at}`,
    waiting: Prisma.sql`r.state = 'info_requested'`,
  };
  return tabs[tab];
}

function beyond({ after, before }: QueueQuery): Prisma.Sql {
  const cursor = before ?? after;
  if (!cursor) return Prisma.sql`true`;
  const place = Prisma.sql`(r.due_at, r.merchant_id, r.limit_request_id)`;
  const edge = Prisma.sql`(${new Date(cursor.dueAt)}, ${cursor.merchantId}, ${cursor.limitRequestId})`;
  return before ? Prisma.sql`${place} < ${edge}` : Prisma.sql`${place} > ${edge}`;
}

/** What was used of the present maximum at its peak in the last 30 days. */
const peak = (at: Date) => Prisma.sql`
  select case when r."window" = 'per_transaction' then (
      select max(t.amount_minor) * 100.0 / nullif(v.max_amount_minor, 0) from transactions t
      where t.merchant_id = r.merchant_id and (r.terminal_id is null or t.terminal_id = r.terminal_id)
        and t.occurred_at > ${at}::timestamptz - interval '30 days' and t.kind = 'sale' and t.approved
        and t.currency = r.currency)
    else (
      select max(greatest(c.used_amount_minor * 100.0 / nullif(v.max_amount_minor, 0),
        c.used_count * 100.0 / nullif(v.max_count, 0))) from counters c
      where c.merchant_id = r.merchant_id and c.limit_id = r.limit_id
        and c.window_start > ${at}::timestamptz - interval '31 days') end as percent
  from version_in_force(r.merchant_id, r.limit_id, ${at}) v`;

/** Oldest deadline first; one row more than asked tells that there are more in that direction. */
export async function listQueue(db: Db, query: QueueQuery): Promise<QueueRow[]> {
  const { tab, filter, userId, at, questionDays, limit, before } = query;
  const direction = before ? Prisma.sql`desc` : Prisma.sql`asc`;
  const order = Prisma.sql`
    r.due_at ${direction}, r.merchant_id ${direction}, r.limit_request_id ${direction}`;
  // The page is cut first: what was used is looked up for its rows only.
  const rows = await db.$queryRaw<{ row: QueueRow }[]>`
    select limit_request_state(q.request, ${at}) || jsonb_build_object(
      'tradingName', q.trading_name, 'tier', q.tier, 'riskRating', q.risk_rating,
      'isOwn', ${userId} = any (r.maker_user_ids), 'peakPercent', floor(p.percent)) as row
    from (
      select r as request, m.trading_name, m.tier, m.risk_rating
      from limit_requests r join merchants m on m.merchant_id = r.merchant_id
      where ${undecided(at, questionDays)} and ${inTab(tab, userId, at)} and ${matching(filter)}
        and ${beyond(query)}
      order by ${order} limit ${limit + 1}) q
    cross join lateral (select (q.request).*) r
    left join lateral (${peak(at)}) p on true
    order by ${order}`;
  return rows.map(({ row }) => row);
}

/** How many requests each tab holds under the same filter. */
export async function countQueue(
  db: Db,
  query: Pick<QueueQuery, "filter" | "userId" | "at" | "questionDays">,
): Promise<Record<QueueTab, number>> {
  const { filter, userId, at, questionDays } = query;
  const counts = QUEUE_TABS.map(
    (tab) =>
      Prisma.sql`(count(*) filter (where ${inTab(tab, userId, at)}))::int as ${Prisma.raw(tab)}`,
  );
  const [row] = await db.$queryRaw<Record<QueueTab, number>[]>`
    select ${Prisma.join(counts)}
    from limit_requests r join merchants m on m.merchant_id = r.merchant_id
    where ${undecided(at, questionDays)} and ${matching(filter)}`;
  return row ?? { all: 0, mine: 0, unclaimed: 0, second: 0, overdue: 0, waiting: 0 };
}

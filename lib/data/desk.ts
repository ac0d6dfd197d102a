import "server-only";
import {
  AGE_STEPS_H,
  COUNTED_AT_MOST,
  DECISION_PARTS,
  type DecisionPart,
  type DueDecision,
  type PastDueMerchant,
  type PlannedMaintenance,
  type RefusingMerchant,
  type Shortlist,
  SPIKE,
  type SuspendedMerchant,
} from "@/lib/domain/desk/desk";
import type { Instant } from "@/lib/domain/instant";
import { Prisma } from "@/lib/data/generated/client";
import type { Db } from "@/lib/data/ctx";
import { undecided } from "@/lib/data/review-queue";

// The functions of this file work in the acquirer's context, across all merchants.

type Reader = { userId: string; mayFinish: boolean };
type Moment = { at: Date; dayEndsAt: Instant; questionDays: number };

/** A second approval waits for those who neither entered the request nor decided it before. */
const awaitsSecond = ({ userId, mayFinish }: Reader) => Prisma.sql`
  ${mayFinish} and r.approvals > 0 and not ${userId} = any (r.maker_user_ids)
  and not exists (select from limit_decisions d where d.merchant_id = r.merchant_id
    and d.limit_request_id = r.limit_request_id and d.decided_by_user_id = ${userId})`;

type DueRow = DueDecision & { part: DecisionPart; count: number };

/** The parts of the queue with their numbers, each with the first deadlines in it. */
export async function listDueDecisions(
  db: Db,
  reader: Reader,
  { at, dayEndsAt, questionDays }: Moment,
  most: number,
): Promise<Record<DecisionPart, Shortlist<DueDecision>>> {
  const rows = await db.$queryRaw<DueRow[]>`
    select part, count, "merchantId", "limitRequestId", "tradingName", "terminalId", "window", "dueAt"
    from (
      select p.part, r.merchant_id as "merchantId", r.limit_request_id as "limitRequestId",
        m.trading_name as "tradingName", r.terminal_id as "terminalId", r."window",
        epoch_ms(r.due_at)::float8 as "dueAt",
        (count(*) over (partition by p.part))::int as count,
        row_number() over (partition by p.part order by r.due_at, r.limit_request_id) as place
      from limit_requests r join merchants m on m.merchant_id = r.merchant_id
      cross join lateral (values
        ('mine', r.claimed_by_user_id = ${reader.userId}),
        ('second', ${awaitsSecond(reader)}),
        ('overdue', r.due_at <= ${at}),
        ('due_today', r.due_at > ${at} and r.due_at < ${new Date(dayEndsAt)})) p (part, holds)
      where ${undecided(at, questionDays)} and r.state <> 'info_requested' and p.holds
    ) waiting where place <= ${most} order by "dueAt", "limitRequestId"`;
  const listOf = (part: DecisionPart): Shortlist<DueDecision> => {
    const own = rows.filter((row) => row.part === part);
    const items = own.map(({ part: _part, count: _count, ...decision }) => decision);
    return { count: own[0]?.count ?? 0, items };
  };
  const entries = DECISION_PARTS.map((part) => [part, listOf(part)] as const);
  return Object.fromEntries(entries) as Record<DecisionPart, Shortlist<DueDecision>>;
}

/** How many requests wait for us, by hours since they were submitted. */
export async function countQueueAges(
  db: Db,
  { at, questionDays }: Omit<Moment, "dayEndsAt">,
): Promise<number[]> {
  const rows = await db.$queryRaw<{ step: number; count: number }[]>`
    select width_bucket(extract(epoch from ${at}::timestamptz - r.submitted_at)::float8 / 3600,
      ${[...AGE_STEPS_H]}::float8[])::int as step, count(*)::int as count
    from limit_requests r where ${undecided(at, questionDays)} and r.state <> 'info_requested'
    group by 1`;
  return Array.from(
    { length: AGE_STEPS_H.length + 1 },
    (_, step) => rows.find((row) => row.step === step)?.count ?? 0,
  );
}

/** Merchants that were suspended, the longest first. */
export async function listSuspended(db: Db, most: number): Promise<Shortlist<SuspendedMerchant>> {
  const items = await db.$queryRaw<SuspendedMerchant[]>`
    select merchant_id as "merchantId", trading_name as "tradingName",
      epoch_ms(status_since)::float8 as since, status_reason as reason
    from merchants where status = 'suspended' order by status_since, merchant_id limit ${most}`;
  const [row] = await db.$queryRaw<[{ count: number }]>`
    select count(*)::int as count from (select from merchants where status = 'suspended'
      limit ${COUNTED_AT_MOST + 1}) counted`;
  return { count: row.count, items };
}

/** The requirements that stop payments; whether or not anybody has recorded that they are past due. */
const stopping = (at: Date) => Prisma.sql`
  select q.merchant_id, q.code, requirement_deadline(q.status, q.due_at, q.document_expires_at) as since
  from requirements q where q.status = 'past_due' and 'payment_acceptance' = any (q.affects)
  union all
  select q.merchant_id, q.code, requirement_deadline(q.status, q.due_at, q.document_expires_at)
  from requirements q where q.status not in ('past_due', 'pending_verification')
    and 'payment_acceptance' = any (q.affects)
    and requirement_deadline(q.status, q.due_at, q.document_expires_at) <= ${at}`;

/** Requirements past due that stop a merchant's payments, the oldest first. */
export async function listPastDue(
  db: Db,
  at: Date,
  most: number,
): Promise<Shortlist<PastDueMerchant>> {
  const rows = await db.$queryRaw<(PastDueMerchant & { count: number })[]>`
    with stopped as (select * from (${stopping(at)}) all_of_them limit ${COUNTED_AT_MOST + 1})
    select s.merchant_id as "merchantId", m.trading_name as "tradingName", s.code,
      epoch_ms(s.since)::float8 as since, (select count(*)::int from stopped) as count
    from stopped s join merchants m on m.merchant_id = s.merchant_id
    order by s.since nulls last, s.merchant_id, s.code limit ${most}`;
  const items = rows.map(({ count: _count, ...item }) => item);
  return { count: rows[0]?.count ?? 0, items };
}

/** Merchants with many refusals of one code in the last hours, the most first. */
export function listRefusing(db: Db, at: Date, most: number): Promise<RefusingMerchant[]> {
  return db.$queryRaw<RefusingMerchant[]>`
    select t.merchant_id as "merchantId", m.trading_name as "tradingName",
      t.response_code as "responseCode", t.count, t."lastAt"
    from (
      select merchant_id, response_code, count(*)::int as count,
        epoch_ms(max(occurred_at))::float8 as "lastAt"
      from transactions where kind = 'sale' and not approved
        and occurred_at > ${at}::timestamptz - ${SPIKE.hours} * interval '1 hour'
        and occurred_at <= ${at}
      group by merchant_id, response_code having count(*) >= ${SPIKE.refusals}
      order by count(*) desc, merchant_id limit ${most}
    ) t join merchants m on m.merchant_id = t.merchant_id
    order by t.count desc, t.merchant_id`;
}

/** Published maintenance that has not ended, the next first. */
export function listMaintenanceAhead(
  db: Db,
  at: Date,
  most: number,
): Promise<PlannedMaintenance[]> {
  return db.$queryRaw<PlannedMaintenance[]>`
    select maintenance_window_id as "maintenanceWindowId", kind,
      epoch_ms(starts_at)::float8 as "startsAt", epoch_ms(ends_at)::float8 as "endsAt",
      jsonb_build_object('en', title_en, 'zh', title_zh) as title
    from maintenance_windows
    where published_at is not null and cancelled_at is null and ends_at > ${at}
    order by starts_at, maintenance_window_id limit ${most}`;
}

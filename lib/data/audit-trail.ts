import "server-only";
import type { AuditEvent, AuditFilter } from "@/lib/domain/audit";
import type { Instant } from "@/lib/domain/instant";
import { COUNTED_UP_TO, type PageFrom } from "@/lib/domain/page";
import type { Db } from "@/lib/data/ctx";
import { Prisma } from "@/lib/data/generated/client";
import { inListOrder, keysetOf, momentOfPlace } from "@/lib/data/keyset";

type AuditRow = Omit<AuditEvent, "occurredAt" | "sequence"> & {
  occurredAt: Date;
  sequence: bigint;
};

/** `start` is included, `end` is not. */
export type AuditSearch = Omit<AuditFilter, "from" | "to"> & {
  start: Instant | null;
  end: Instant | null;
};

// Each of these has its index by time; only what an index may use under a policy is compared.
function clausesOf({ merchantId, actor, action, subjectId, start, end }: AuditSearch): Prisma.Sql {
  const clauses = [Prisma.sql`true`];
  if (merchantId) clauses.push(Prisma.sql`e.merchant_id = ${merchantId}`);
  if (actor) clauses.push(Prisma.sql`e.actor_name = ${actor}`);
  if (action) clauses.push(Prisma.sql`e.action = ${action}`);
  if (subjectId) clauses.push(Prisma.sql`e.subject_id = ${subjectId}`);
  if (start !== null) clauses.push(Prisma.sql`e.occurred_at >= ${new Date(start)}`);
  if (end !== null) clauses.push(Prisma.sql`e.occurred_at < ${new Date(end)}`);
  return Prisma.join(clauses, " and ");
}

/** A page of audit events in the acquirer's context, newest first, one more when another page follows. */
export async function listAuditEvents(
  db: Db,
  search: AuditSearch,
  { limit, from }: { limit: number; from: PageFrom },
): Promise<AuditEvent[]> {
  const { order, beyond } = keysetOf({
    by: [Prisma.sql`e.occurred_at`, Prisma.sql`e.audit_event_id`],
    valuesOf: ({ value, id }) => [momentOfPlace(value), Prisma.sql`${id}`],
    ...{ descending: true, from },
  });
  const rows = await db.$queryRaw<AuditRow[]>`
    select e.audit_event_id as "auditEventId", e.merchant_id as "merchantId", e.sequence,
      e.occurred_at as "occurredAt", e.actor_kind as "actorKind", e.actor_name as "actorName",
      e.action, e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.before, e.after,
      e.request_id as "requestId",
      (select m.trading_name from merchants m where m.merchant_id = e.merchant_id) as "merchantName",
      case e.subject_kind
        when 'merchant' then (select m.trading_name from merchants m where m.merchant_id = e.subject_id)
        when 'terminal' then (select t.name from terminals t
          where t.merchant_id = e.merchant_id and t.terminal_id = e.subject_id)
        when 'user' then (select u.name from users u where u.user_id = e.subject_id)
        when 'api_key' then (select k.name from api_keys k
          where k.merchant_id = e.merchant_id and k.key_id = e.subject_id)
      end as "subjectName"
    from (select e.* from audit_events e where ${clausesOf(search)} and ${beyond}
      order by ${order} limit ${limit + 1}) e
    order by ${order}`;
  return inListOrder(rows, from).map((row) => ({
    ...row,
    occurredAt: row.occurredAt.getTime(),
    sequence: Number(row.sequence),
  }));
}

/** How many events a search finds, counted to 10,001 at most. */
export async function countAuditEvents(db: Db, search: AuditSearch): Promise<number> {
  const [row] = await db.$queryRaw<[{ found: number }]>`
    select count(*)::int as found from (select from audit_events e
      where ${clausesOf(search)} limit ${COUNTED_UP_TO + 1}) counted`;
  return row.found;
}

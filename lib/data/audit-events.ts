import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { AuditAction, AuditEvent, AuditFilter } from "@/lib/domain/audit";
import { toPage, type Page } from "@/lib/domain/page";
import { newId } from "@/lib/platform/ids";
import { nameOf, type Ctx, type Db } from "@/lib/data/ctx";
import { Prisma } from "@/lib/data/generated/client";

export type AuditEntry = {
  action: AuditAction;
  subjectKind: string;
  subjectId: string;
  before?: unknown;
  after?: unknown;
};

const idOf = (actor: Actor): string | null => {
  if (actor.kind === "user") return actor.userId;
  return actor.kind === "key" ? actor.keyId : null;
};

const toJson = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

/** Appends one event to the merchant's chain, inside the caller's transaction. */
export async function recordAuditEvent(
  db: Db,
  merchantId: string,
  ctx: Pick<Ctx, "actor" | "now" | "requestId">,
  entry: AuditEntry,
): Promise<void> {
  await db.$executeRaw`
    insert into audit_events (merchant_id, audit_event_id, occurred_at, actor_kind, actor_id,
      actor_name, action, subject_kind, subject_id, before, after, request_id, sequence,
      previous_hash, hash)
    values (${merchantId}, ${newId("aud")}, ${ctx.now()}, ${ctx.actor.kind}, ${idOf(ctx.actor)}, ${nameOf(ctx.actor)},
      ${entry.action}, ${entry.subjectKind}, ${entry.subjectId}, ${toJson(entry.before)}::jsonb,
      ${toJson(entry.after)}::jsonb, ${ctx.requestId}, 0, '', '')`;
}

/** Appends many events, each to the chain of its merchant and in the order given. */
export async function recordAuditEvents(
  db: Db,
  ctx: Pick<Ctx, "actor" | "now" | "requestId">,
  entries: readonly (AuditEntry & { merchantId: string })[],
): Promise<void> {
  const rows = entries.map((entry) => ({
    ...{ merchant_id: entry.merchantId, audit_event_id: newId("aud"), action: entry.action },
    ...{ subject_kind: entry.subjectKind, subject_id: entry.subjectId },
    ...{ before: entry.before, after: entry.after },
  }));
  await db.$executeRaw`
    insert into audit_events (merchant_id, audit_event_id, occurred_at, actor_kind, actor_id,
      actor_name, action, subject_kind, subject_id, before, after, request_id, sequence,
      previous_hash, hash)
    select e.merchant_id, e.audit_event_id, ${ctx.now()}, ${ctx.actor.kind}, ${idOf(ctx.actor)},
      ${nameOf(ctx.actor)}, e.action, e.subject_kind, e.subject_id, e.before, e.after,
      ${ctx.requestId}, 0, '', ''
    from jsonb_populate_recordset(null::audit_events, ${JSON.stringify(rows)}::jsonb) e`;
}

type AuditRow = Omit<AuditEvent, "occurredAt" | "sequence"> & {
  occurredAt: Date;
  sequence: bigint;
};

function clausesOf(filter: AuditFilter): Prisma.Sql {
  const clauses = [Prisma.sql`true`];
  const { merchantId, actor, action, subjectId, from, to } = filter;
  if (merchantId) clauses.push(Prisma.sql`e.merchant_id = ${merchantId}`);
  if (actor)
    clauses.push(Prisma.sql`e.actor_name ilike ${`%${actor.replace(/[\\%_]/g, "\\$&")}%`}`);
  if (action) clauses.push(Prisma.sql`e.action = ${action}`);
  if (subjectId) clauses.push(Prisma.sql`e.subject_id = ${subjectId}`);
  if (from !== null) clauses.push(Prisma.sql`e.occurred_at >= ${new Date(from)}`);
  if (to !== null) clauses.push(Prisma.sql`e.occurred_at < ${new Date(to)}`);
  return Prisma.join(clauses, " and ");
}

/** Audit events in the acquirer's context, newest first. */
export async function listAuditEvents(
  db: Db,
  filter: AuditFilter,
  page: { limit: number; after: string | null },
): Promise<Page<AuditEvent>> {
  const after = page.after ? Prisma.sql`and e.audit_event_id < ${page.after}` : Prisma.empty;
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
    from audit_events e where ${clausesOf(filter)} ${after}
    order by e.audit_event_id desc limit ${page.limit + 1}`;
  const events = rows.map((row) => ({
    ...row,
    occurredAt: row.occurredAt.getTime(),
    sequence: Number(row.sequence),
  }));
  return toPage(events, page.limit, (row) => row.auditEventId);
}

import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { AuditAction } from "@/lib/domain/audit";
import { newId } from "@/lib/platform/ids";
import { modeOf, nameOf, type Ctx, type Db } from "@/lib/data/ctx";

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

/** Appends one event to the merchant's chain, inside the caller's transaction; in test mode nothing. */
export async function recordAuditEvent(
  db: Db,
  merchantId: string,
  ctx: Pick<Ctx, "actor" | "now" | "requestId" | "mode">,
  entry: AuditEntry,
): Promise<void> {
  if (modeOf(ctx) === "test") return;
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
  // Chains are taken in one order, whoever writes to several.
  const inOrder = entries.toSorted((a, b) =>
    a.merchantId < b.merchantId ? -1 : Number(a.merchantId > b.merchantId),
  );
  const rows = inOrder.map((entry) => ({
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

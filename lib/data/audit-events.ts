import "server-only";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/domain/access/actor";
import type { Ctx, Db } from "@/lib/data/ctx";

export type AuditEntry = {
  action: string;
  subjectKind: string;
  subjectId: string;
  before?: unknown;
  after?: unknown;
};

const actorOf = (actor: Actor): { id: string | null; name: string } => {
  if (actor.kind === "user") return { id: actor.userId, name: actor.name };
  if (actor.kind === "key") return { id: actor.keyId, name: actor.name };
  return { id: null, name: actor.kind };
};

const toJson = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

/** Appends one event to the merchant's chain, inside the caller's transaction. */
export async function recordAuditEvent(
  db: Db,
  merchantId: string,
  ctx: Pick<Ctx, "actor" | "now" | "requestId">,
  entry: AuditEntry,
): Promise<void> {
  const { id, name } = actorOf(ctx.actor);
  await db.$executeRaw`
    insert into audit_events (merchant_id, audit_event_id, occurred_at, actor_kind, actor_id,
      actor_name, action, subject_kind, subject_id, before, after, request_id, sequence,
      previous_hash, hash)
    values (${merchantId}, ${newId("aud")}, ${ctx.now()}, ${ctx.actor.kind}, ${id}, ${name},
      ${entry.action}, ${entry.subjectKind}, ${entry.subjectId}, ${toJson(entry.before)}::jsonb,
      ${toJson(entry.after)}::jsonb, ${ctx.requestId}, 0, '', '')`;
}

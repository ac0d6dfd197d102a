import "server-only";
import { type AuditEntry, recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx, Db } from "@/lib/data/ctx";
import { listMembershipsOf } from "@/lib/data/users";

/**
 * Records what happened to a person in the chain of each merchant, and of the acquirer, that they
 * belong to. In the context of sign-in only; the chains are taken in one order.
 */
export async function recordAuditEventOfPerson(
  db: Db,
  userId: string,
  ctx: Pick<Ctx, "actor" | "now" | "requestId">,
  entry: Omit<AuditEntry, "subjectKind" | "subjectId">,
): Promise<void> {
  const memberships = await listMembershipsOf(db, userId);
  const chains = [...new Set(memberships.map((m) => m.merchantId))].sort();
  for (const merchantId of chains) {
    await db.$queryRaw`select set_config('app.merchant_id', ${merchantId}, true)`;
    await recordAuditEvent(db, merchantId, ctx, {
      ...entry,
      subjectKind: "user",
      subjectId: userId,
    });
  }
  await db.$queryRaw`select set_config('app.merchant_id', '', true)`;
}

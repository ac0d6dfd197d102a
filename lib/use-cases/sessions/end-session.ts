import "server-only";
import { withDirectory } from "@/lib/data/db";
import { recordAuditEventOfPerson } from "@/lib/data/person-audit-events";
import { findSession, revokeSession } from "@/lib/data/sessions";
import { newId } from "@/lib/platform/ids";

/** Ends the session whose cookie the browser gave back; one that is over stays over. */
export async function endSession(sessionId: string, at: Date): Promise<void> {
  await withDirectory(async (db) => {
    const session = await findSession(db, sessionId);
    if (!session || !(await revokeSession(db, session.userId, sessionId, at))) return;
    const { userId, name, memberships, passwordConfirmedAt } = session;
    const person = { kind: "user", userId, name, sessionId } as const;
    const actor = { ...person, memberships, passwordConfirmedAt };
    const ctx = { actor, now: () => at, requestId: newId("req") };
    await recordAuditEventOfPerson(db, userId, ctx, { action: "session.end" });
  });
}

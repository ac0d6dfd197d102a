import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withDirectory } from "@/lib/data/db";
import { recordAuditEventOfPerson } from "@/lib/data/person-audit-events";
import { revokeSessionsOf } from "@/lib/data/sessions";
import { authorizePerson } from "@/lib/use-cases/authorize";

/** Ends every session of the person but this one; answers how many those were. */
export async function revokeOtherSessions(ctx: Ctx): Promise<{ ended: number }> {
  const { userId, sessionId } = authorizePerson(ctx);
  return withDirectory(async (db) => {
    const ended = await revokeSessionsOf(db, userId, ctx.now(), sessionId);
    await recordAuditEventOfPerson(db, userId, ctx, {
      action: "session.revoke_others",
      after: { ended },
    });
    return { ended };
  });
}

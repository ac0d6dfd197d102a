import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withDirectory } from "@/lib/data/db";
import { recordAuditEventOfPerson } from "@/lib/data/person-audit-events";
import { revokeSession as endSession } from "@/lib/data/sessions";
import { NotFoundError } from "@/lib/domain/errors";
import { authorizePerson } from "@/lib/use-cases/authorize";

/** Ends one of the person's own sessions, this one or another; one that is over is not found. */
export async function revokeSession(ctx: Ctx, sessionId: string): Promise<void> {
  const { userId } = authorizePerson(ctx);
  await withDirectory(async (db) => {
    if (!(await endSession(db, userId, sessionId, ctx.now()))) throw new NotFoundError();
    await recordAuditEventOfPerson(db, userId, ctx, {
      action: "session.revoke",
      after: { sessionId },
    });
  });
}

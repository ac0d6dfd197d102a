import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withDirectory } from "@/lib/data/db";
import { recordAuditEventOfPerson } from "@/lib/data/person-audit-events";
import { revokeSessionsOf, setPasswordConfirmed } from "@/lib/data/sessions";
import { setUser } from "@/lib/data/users";
import { authorizePerson } from "@/lib/use-cases/authorize";
import { hashNewPassword } from "@/lib/use-cases/new-password";
import { verifyOwnPassword } from "@/lib/use-cases/verify-password";

/** Changes one's own password; every other session of the person ends. */
export async function setPassword(
  ctx: Ctx,
  change: { current: string; password: string },
  address: string,
): Promise<{ endedSessions: number }> {
  const { userId, sessionId } = authorizePerson(ctx);
  const { email } = await verifyOwnPassword(ctx, userId, change.current, address);
  const passwordHash = await hashNewPassword(change.password, email);
  return withDirectory(async (db) => {
    await setUser(db, userId, { passwordHash });
    await setPasswordConfirmed(db, sessionId, ctx.now());
    const endedSessions = await revokeSessionsOf(db, userId, ctx.now(), sessionId);
    await recordAuditEventOfPerson(db, userId, ctx, {
      action: "user.set_password",
      after: { endedSessions },
    });
    return { endedSessions };
  });
}

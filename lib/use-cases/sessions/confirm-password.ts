import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withDirectory } from "@/lib/data/db";
import { recordAuditEventOfPerson } from "@/lib/data/person-audit-events";
import { setPasswordConfirmed } from "@/lib/data/sessions";
import { authorizePerson } from "@/lib/use-cases/authorize";
import { verifyOwnPassword } from "@/lib/use-cases/verify-password";

/** Makes the password of this session fresh again; failures count as those of sign-in do. */
export async function confirmPassword(ctx: Ctx, password: string, address: string): Promise<void> {
  const { userId, sessionId } = authorizePerson(ctx);
  await verifyOwnPassword(ctx, userId, password, address);
  await withDirectory(async (db) => {
    await setPasswordConfirmed(db, sessionId, ctx.now());
    await recordAuditEventOfPerson(db, userId, ctx, { action: "session.confirm_password" });
  });
}

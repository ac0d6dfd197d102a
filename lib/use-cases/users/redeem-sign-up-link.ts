import "server-only";
import { withDirectory } from "@/lib/data/db";
import { recordAuditEventOfPerson } from "@/lib/data/person-audit-events";
import { revokeSessionsOf } from "@/lib/data/sessions";
import {
  findSignUpLink,
  redeemSignUpLink as redeemLink,
  voidSignUpLinks,
} from "@/lib/data/sign-up-links";
import { findUser, listMembershipsOf, lockUser, setUser, type UserRecord } from "@/lib/data/users";
import { NotFoundError } from "@/lib/domain/errors";
import { hashNewPassword } from "@/lib/use-cases/new-password";

export type SignUp = { token: string; name: string; password: string };

async function personOf(token: string, at: Date): Promise<UserRecord> {
  const user = await withDirectory(async (db) => {
    const userId = await findSignUpLink(db, token, at);
    return userId ? findUser(db, userId) : null;
  });
  if (!user || user.isDeactivated) throw new NotFoundError("This link no longer works.");
  return user;
}

/** Sets the person's name and password by their one-time link; every session they had ends. */
export async function redeemSignUpLink(
  signUp: SignUp,
  request: { at: Date; requestId: string },
): Promise<{ email: string }> {
  const { at, requestId } = request;
  const { userId, email } = await personOf(signUp.token, at);
  const passwordHash = await hashNewPassword(signUp.password, email);
  await withDirectory(async (db) => {
    await lockUser(db, userId);
    if ((await redeemLink(db, signUp.token, at)) !== userId) throw new NotFoundError();
    if ((await findUser(db, userId))?.isDeactivated !== false) throw new NotFoundError();
    await voidSignUpLinks(db, userId, at);
    await setUser(db, userId, { name: signUp.name, passwordHash });
    await revokeSessionsOf(db, userId, at);
    const memberships = await listMembershipsOf(db, userId);
    const session = { sessionId: "", passwordConfirmedAt: at.getTime() };
    const actor = { kind: "user", userId, name: signUp.name, memberships, ...session } as const;
    const ctx = { actor, now: () => at, requestId };
    await recordAuditEventOfPerson(db, userId, ctx, { action: "user.redeem_sign_up_link" });
  });
  return { email };
}

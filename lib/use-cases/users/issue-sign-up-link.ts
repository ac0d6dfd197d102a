import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withDirectory } from "@/lib/data/db";
import { recordAuditEventOfPerson } from "@/lib/data/person-audit-events";
import { revokeSessionsOf } from "@/lib/data/sessions";
import { createSignUpLink } from "@/lib/data/sign-up-links";
import { findUser, listMembershipsOf, lockUser } from "@/lib/data/users";
import {
  type IssuedLink,
  mayIssueSignUpLink,
  SIGN_UP_LINK_MS,
} from "@/lib/domain/access/sign-up-links";
import { ForbiddenError, NotFoundError } from "@/lib/domain/errors";
import { authorize } from "@/lib/use-cases/authorize";

/** Gives a person of the merchant, or of the acquirer, a new one-time link; their sessions end. */
export async function issueSignUpLink(
  ctx: Ctx,
  merchantId: string,
  userId: string,
): Promise<IssuedLink> {
  authorize(ctx, "users.manage", merchantId);
  const at = ctx.now();
  const expiresAt = new Date(at.getTime() + SIGN_UP_LINK_MS);
  const createdBy = ctx.actor.kind === "user" ? ctx.actor.userId : ctx.actor.kind;
  return withDirectory(async (db) => {
    await lockUser(db, userId);
    const user = await findUser(db, userId);
    const memberships = await listMembershipsOf(db, userId);
    const belongs = memberships.some((m) => m.merchantId === merchantId);
    if (!user || user.isDeactivated || !belongs) throw new NotFoundError();
    if (!mayIssueSignUpLink(ctx.actor, merchantId, { userId, memberships })) {
      throw new ForbiddenError();
    }
    const token = await createSignUpLink(db, { userId, at, expiresAt, createdBy });
    const endedSessions = await revokeSessionsOf(db, userId, at);
    const after = { expiresAt: expiresAt.toISOString(), endedSessions };
    await recordAuditEventOfPerson(db, userId, ctx, { action: "user.issue_sign_up_link", after });
    return { token, expiresAt: expiresAt.getTime() };
  });
}

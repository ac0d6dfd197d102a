import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withDirectory } from "@/lib/data/db";
import { recordAuditEventOfPerson } from "@/lib/data/person-audit-events";
import { revokeSessionsOf } from "@/lib/data/sessions";
import { findLinkRequest, takeLinkRequest } from "@/lib/data/sign-up-link-requests";
import { createSignUpLink } from "@/lib/data/sign-up-links";
import { findUser, lockUser } from "@/lib/data/users";
import {
  type IssuedLink,
  isStillAsked,
  mayConfirmSignUpLink,
  SIGN_UP_LINK_MS,
} from "@/lib/domain/access/sign-up-links";
import { ConflictError, ForbiddenError, NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { authorize, authorizePerson } from "@/lib/use-cases/authorize";

/** Makes the link that another person asked for; the sessions of whom it is for end. */
export async function confirmSignUpLink(ctx: Ctx, userId: string): Promise<IssuedLink> {
  authorize(ctx, "sign_up_links.confirm", ACQUIRER);
  const actor = authorizePerson(ctx);
  const at = ctx.now();
  const expiresAt = new Date(at.getTime() + SIGN_UP_LINK_MS);
  return withDirectory(async (db) => {
    await lockUser(db, userId);
    const user = await findUser(db, userId);
    const request = await findLinkRequest(db, userId);
    if (!user || user.isDeactivated || !request) throw new NotFoundError();
    if (!isStillAsked(request, at.getTime())) throw new NotFoundError();
    if (!mayConfirmSignUpLink(actor, request)) throw new ForbiddenError();
    if (!(await takeLinkRequest(db, request))) throw new ConflictError("Somebody was first.");
    const link = { userId, at, expiresAt, createdBy: actor.userId };
    const token = await createSignUpLink(db, link);
    const endedSessions = await revokeSessionsOf(db, userId, at);
    const { askedByName: askedBy } = request;
    const after = { askedBy, expiresAt: expiresAt.toISOString(), endedSessions };
    await recordAuditEventOfPerson(db, userId, ctx, { action: "user.issue_sign_up_link", after });
    return { token, expiresAt: expiresAt.getTime() };
  });
}

import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withDirectory } from "@/lib/data/db";
import { recordAuditEventOfPerson } from "@/lib/data/person-audit-events";
import { createLinkRequest } from "@/lib/data/sign-up-link-requests";
import { findUser, listMembershipsOf } from "@/lib/data/users";
import { holdsAcquirerRole } from "@/lib/domain/access/session-rules";
import { mayAskForSignUpLink, SIGN_UP_LINK_MS } from "@/lib/domain/access/sign-up-links";
import { ConflictError, ForbiddenError, NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { authorize, authorizePerson } from "@/lib/use-cases/authorize";

/** Asks for a new link for one of the acquirer's people; it is made when a second person confirms. */
export async function askForSignUpLink(ctx: Ctx, userId: string): Promise<void> {
  authorize(ctx, "users.manage", ACQUIRER);
  const asker = authorizePerson(ctx);
  const at = ctx.now();
  await withDirectory(async (db) => {
    const user = await findUser(db, userId);
    const memberships = await listMembershipsOf(db, userId);
    if (!user || user.isDeactivated || !holdsAcquirerRole(memberships)) throw new NotFoundError();
    if (!mayAskForSignUpLink(asker, { userId, memberships })) throw new ForbiddenError();
    const by = { askedByUserId: asker.userId, askedByName: asker.name };
    const request = { userId, ...by, askedAt: at.getTime() };
    if (!(await createLinkRequest(db, request, new Date(at.getTime() - SIGN_UP_LINK_MS)))) {
      throw new ConflictError("A link for this person is already asked for.");
    }
    await recordAuditEventOfPerson(db, userId, ctx, { action: "user.ask_for_sign_up_link" });
  });
}

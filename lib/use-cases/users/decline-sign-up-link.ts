import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withDirectory } from "@/lib/data/db";
import { recordAuditEventOfPerson } from "@/lib/data/person-audit-events";
import { findLinkRequest, takeLinkRequest } from "@/lib/data/sign-up-link-requests";
import { isStillAsked, mayDeclineSignUpLink } from "@/lib/domain/access/sign-up-links";
import { ConflictError, ForbiddenError, NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { authorize, authorizePerson } from "@/lib/use-cases/authorize";

/** Turns down the link somebody asked for, or takes back one's own asking; nothing changes for the person. */
export async function declineSignUpLink(ctx: Ctx, userId: string): Promise<void> {
  authorize(ctx, "sign_up_links.confirm", ACQUIRER);
  authorizePerson(ctx);
  await withDirectory(async (db) => {
    const request = await findLinkRequest(db, userId);
    if (!request || !isStillAsked(request, ctx.now().getTime())) throw new NotFoundError();
    if (!mayDeclineSignUpLink(ctx.actor, request)) throw new ForbiddenError();
    if (!(await takeLinkRequest(db, request))) throw new ConflictError("Somebody was first.");
    const after = { askedBy: request.askedByName };
    await recordAuditEventOfPerson(db, userId, ctx, { action: "user.decline_sign_up_link", after });
  });
}

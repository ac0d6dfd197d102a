import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { recordAuditEvent } from "@/lib/data/audit-events";
import { withPeopleOf } from "@/lib/data/db";
import { createSignUpLink } from "@/lib/data/sign-up-links";
import { createMembership, listMembershipsOf, takeUser } from "@/lib/data/users";
import { mayBeInvited } from "@/lib/domain/access/invitations";
import { type IssuedLink, SIGN_UP_LINK_MS } from "@/lib/domain/access/sign-up-links";
import type { MerchantRole } from "@/lib/domain/access/team";
import { InvalidError } from "@/lib/domain/errors";
import { authorize, authorizePerson } from "@/lib/use-cases/authorize";

const TAKEN = {
  pointer: "/email",
  code: "taken",
  detail: "This person can sign in already; the acquirer gives them a role here.",
};

/**
 * Adds somebody new to the team with a one-time link to set a password. Whoever has a role anywhere, or
 * was deactivated, is not added so: a link for them would take their account over.
 */
export async function inviteColleague(
  ctx: Ctx,
  merchantId: string,
  { email, role }: { email: string; role: MerchantRole },
): Promise<IssuedLink> {
  authorize(ctx, "users.manage", merchantId);
  const { userId: createdBy } = authorizePerson(ctx);
  const at = ctx.now();
  const expiresAt = new Date(at.getTime() + SIGN_UP_LINK_MS);
  return withPeopleOf(ctx, merchantId, async (db) => {
    const user = await takeUser(db, email.toLowerCase(), at);
    const { userId } = user;
    const memberships = await listMembershipsOf(db, userId);
    if (!mayBeInvited({ ...user, memberships })) throw new InvalidError([TAKEN]);
    await createMembership(db, merchantId, userId, role);
    const token = await createSignUpLink(db, { userId, at, expiresAt, createdBy });
    await recordAuditEvent(db, merchantId, ctx, {
      ...{ action: "user.invite", subjectKind: "user", subjectId: userId },
      after: { email: email.toLowerCase(), role, expiresAt: expiresAt.toISOString() },
    });
    return { token, expiresAt: expiresAt.getTime() };
  });
}

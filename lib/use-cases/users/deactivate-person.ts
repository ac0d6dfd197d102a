import "server-only";
import { holdsAcquirerRole } from "@/lib/domain/access/session-rules";
import { ConflictError, ForbiddenError, NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { countOtherAdmins } from "@/lib/data/people";
import { recordAuditEventOfPerson } from "@/lib/data/person-audit-events";
import { revokeSessionsOf } from "@/lib/data/sessions";
import { lockSettings } from "@/lib/data/settings-values";
import { voidSignUpLinks } from "@/lib/data/sign-up-links";
import { findUser, listMembershipsOf, setDeactivated, setUser } from "@/lib/data/users";
import { authorize, authorizePerson } from "@/lib/use-cases/authorize";

/** Takes the way in from one of the acquirer's people at once: sessions, links and password. Never one's own. */
export async function deactivatePerson(ctx: Ctx, userId: string): Promise<void> {
  authorize(ctx, "users.manage", ACQUIRER);
  if (authorizePerson(ctx).userId === userId) throw new ForbiddenError();
  const at = ctx.now();
  await withAcquirer(ctx, async (db) => {
    await lockSettings(db);
    const user = await findUser(db, userId);
    const memberships = await listMembershipsOf(db, userId);
    if (!user || !holdsAcquirerRole(memberships)) throw new NotFoundError();
    const isAdmin = memberships.some(({ role }) => role === "acquirer_admin");
    if (isAdmin && (await countOtherAdmins(db, ACQUIRER, userId)) === 0) {
      throw new ConflictError("This is the last administrator.", "last-admin");
    }
    if (!(await setDeactivated(db, userId, at))) {
      throw new ConflictError("This person is deactivated already.");
    }
    await setUser(db, userId, { passwordHash: null });
    await voidSignUpLinks(db, userId, at);
    const endedSessions = await revokeSessionsOf(db, userId, at);
    const after = { endedSessions };
    await recordAuditEventOfPerson(db, userId, ctx, { action: "user.deactivate", after });
  });
}

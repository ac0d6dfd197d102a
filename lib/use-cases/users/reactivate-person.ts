import "server-only";
import { holdsAcquirerRole } from "@/lib/domain/access/session-rules";
import { ConflictError, ForbiddenError, NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { recordAuditEventOfPerson } from "@/lib/data/person-audit-events";
import { findUser, listMembershipsOf, setDeactivated } from "@/lib/data/users";
import { authorize, authorizePerson } from "@/lib/use-cases/authorize";

/** Lets one of the acquirer's people come back; the way in is a new sign-up link, which takes two people. */
export async function reactivatePerson(ctx: Ctx, userId: string): Promise<void> {
  authorize(ctx, "users.manage", ACQUIRER);
  if (authorizePerson(ctx).userId === userId) throw new ForbiddenError();
  await withAcquirer(ctx, async (db) => {
    const user = await findUser(db, userId);
    const memberships = await listMembershipsOf(db, userId);
    if (!user || !holdsAcquirerRole(memberships)) throw new NotFoundError();
    if (!(await setDeactivated(db, userId, null))) {
      throw new ConflictError("This person is not deactivated.");
    }
    await recordAuditEventOfPerson(db, userId, ctx, { action: "user.reactivate" });
  });
}

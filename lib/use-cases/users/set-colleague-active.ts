import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { recordAuditEvent } from "@/lib/data/audit-events";
import { revokeSessionsOf } from "@/lib/data/sessions";
import { voidSignUpLinks } from "@/lib/data/sign-up-links";
import { listMembershipsOf, setDeactivated } from "@/lib/data/users";
import { mayIssueSignUpLink } from "@/lib/domain/access/sign-up-links";
import { ConflictError, ForbiddenError } from "@/lib/domain/errors";
import { authorize } from "@/lib/use-cases/authorize";
import { changeTeam } from "@/lib/use-cases/change-team";

/**
 * Keeps a colleague out, or lets them in again; who is kept out is signed out everywhere at once. Only
 * somebody all of whose roles are here; the keys they made keep working.
 */
export async function setColleagueActive(
  ctx: Ctx,
  merchantId: string,
  { userId, active }: { userId: string; active: boolean },
): Promise<{ endedSessions: number }> {
  authorize(ctx, "users.manage", merchantId);
  const at = ctx.now();
  return changeTeam(ctx, merchantId, { userId, losesOwner: !active }, async (db) => {
    const memberships = await listMembershipsOf(db, userId);
    const isOurs = mayIssueSignUpLink(ctx.actor, merchantId, { userId, memberships });
    if (!isOurs) throw new ForbiddenError("This person also belongs elsewhere.");
    if (!(await setDeactivated(db, userId, active ? null : at))) {
      throw new ConflictError("Somebody was first.");
    }
    const endedSessions = active ? 0 : await revokeSessionsOf(db, userId, at);
    if (!active) await voidSignUpLinks(db, userId, at);
    await recordAuditEvent(db, merchantId, ctx, {
      action: active ? "user.reactivate" : "user.deactivate",
      ...{ subjectKind: "user", subjectId: userId },
      after: active ? undefined : { endedSessions },
    });
    return { endedSessions };
  });
}

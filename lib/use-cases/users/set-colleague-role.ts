import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { recordAuditEvent } from "@/lib/data/audit-events";
import { setMembership } from "@/lib/data/users";
import type { MerchantRole } from "@/lib/domain/access/team";
import { ConflictError } from "@/lib/domain/errors";
import { authorize } from "@/lib/use-cases/authorize";
import { changeTeam } from "@/lib/use-cases/change-team";

/** Makes a colleague an owner or staff; it counts from their next click on. */
export async function setColleagueRole(
  ctx: Ctx,
  merchantId: string,
  { userId, role }: { userId: string; role: MerchantRole },
): Promise<void> {
  authorize(ctx, "users.manage", merchantId);
  const change = { userId, losesOwner: role !== "merchant_owner" };
  await changeTeam(ctx, merchantId, change, async (db, { roles }) => {
    const [before] = roles;
    if (roles.length === 1 && before === role)
      throw new ConflictError("This is their role already.");
    await setMembership(db, merchantId, userId, role);
    await recordAuditEvent(db, merchantId, ctx, {
      ...{ action: "user.set_role", subjectKind: "user", subjectId: userId },
      ...{ before: { role: before }, after: { role } },
    });
  });
}

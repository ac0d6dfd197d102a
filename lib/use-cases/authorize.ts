import "server-only";
import { can, reaches, type Permission } from "@/lib/domain/access/permissions";
import { ForbiddenError, NotFoundError } from "@/lib/domain/errors";
import type { Ctx } from "@/lib/data/ctx";

/** Throws unless the actor may do this for the merchant; strangers hear that nothing is there. */
export function authorize(ctx: Ctx, permission: Permission, merchantId: string): void {
  if (!reaches(ctx.actor, merchantId)) throw new NotFoundError();
  if (!can(ctx.actor, permission, merchantId)) throw new ForbiddenError();
}

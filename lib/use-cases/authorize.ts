import "server-only";
import { needsFreshPassword } from "@/lib/domain/access/fresh-password";
import { can, reaches, type Permission } from "@/lib/domain/access/permissions";
import {
  ForbiddenError,
  FreshPasswordNeededError,
  NotFoundError,
  UnauthenticatedError,
} from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/access/actor";
import type { Ctx } from "@/lib/data/ctx";

/**
 * Throws unless the actor may do this for the merchant; strangers hear that nothing is there, and
 * a merchant's person whose password is not fresh is asked for it where that is wanted.
 */
export function authorize(ctx: Ctx, permission: Permission, merchantId: string): void {
  if (!reaches(ctx.actor, merchantId)) throw new NotFoundError();
  if (!can(ctx.actor, permission, merchantId)) throw new ForbiddenError();
  if (needsFreshPassword(ctx.actor, permission, ctx.now().getTime())) {
    throw new FreshPasswordNeededError();
  }
}

/** Throws unless the actor belongs to the merchant or to the acquirer. */
export function authorizeReach(ctx: Ctx, merchantId: string): void {
  if (!reaches(ctx.actor, merchantId)) throw new NotFoundError();
}

/** The signed-in person, for what is theirs alone: sessions, password, language and theme. */
export function authorizePerson(ctx: Ctx): Extract<Actor, { kind: "user" }> {
  if (ctx.actor.kind !== "user") throw new UnauthenticatedError();
  return ctx.actor;
}

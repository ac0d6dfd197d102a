import type { Actor } from "@/lib/domain/access/actor";
import { ForbiddenError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Decider } from "@/lib/domain/limit-requests/four-eyes";

/** The signed-in person with the roles held inside the acquirer; a key or a job never decides. */
export function deciderOf(actor: Actor): Decider & { name: string } {
  if (actor.kind !== "user") throw new ForbiddenError("Decisions are made by people.");
  const roles = actor.memberships
    .filter((membership) => membership.merchantId === ACQUIRER)
    .map((membership) => membership.role);
  return { userId: actor.userId, name: actor.name, roles };
}

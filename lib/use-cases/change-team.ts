import "server-only";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withPeopleOf } from "@/lib/data/db";
import { listPeople, lockTeam } from "@/lib/data/people";
import type { Person } from "@/lib/domain/access/person";
import { hasAnotherOwner, mayChangeTeam } from "@/lib/domain/access/team";
import { ConflictError, ForbiddenError, NotFoundError } from "@/lib/domain/errors";

const MOST = 10_000;

type Change = { userId: string; losesOwner: boolean };

/**
 * Runs a change of one colleague while nobody else may change the team: by who is an owner now, never of
 * oneself, and never so that no owner is left.
 */
export function changeTeam<T>(
  ctx: Ctx,
  merchantId: string,
  { userId, losesOwner }: Change,
  change: (db: Db, person: Person) => Promise<T>,
): Promise<T> {
  return withPeopleOf(ctx, merchantId, async (db) => {
    await lockTeam(db, merchantId);
    const team = await listPeople(db, merchantId, MOST);
    const person = team.find((one) => one.userId === userId);
    if (!person) throw new NotFoundError();
    const isSelf = ctx.actor.kind === "user" && ctx.actor.userId === userId;
    if (isSelf || !mayChangeTeam(ctx.actor, team)) throw new ForbiddenError();
    if (losesOwner && person.roles.includes("merchant_owner") && !hasAnotherOwner(team, userId)) {
      throw new ConflictError("A team keeps at least one owner.", "last-owner");
    }
    return change(db, person);
  });
}

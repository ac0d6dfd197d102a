import type { Actor, MERCHANT_ROLES } from "@/lib/domain/access/actor";
import { can } from "@/lib/domain/access/permissions";
import type { Person } from "@/lib/domain/access/person";
import { ACQUIRER } from "@/lib/domain/ids";

export type MerchantRole = (typeof MERCHANT_ROLES)[number];

/** A key in force and what it is called. */
export type KeyMade = { keyId: string; name: string };

/** Somebody of a merchant's team, with the keys they made: those work whatever becomes of the person. */
export type Colleague = Person & { keys: readonly KeyMade[] };

type Member = Pick<Person, "userId" | "roles" | "state">;

const isActiveOwner = ({ roles, state }: Member): boolean =>
  state === "active" && roles.includes("merchant_owner");

/** Whether the team has an owner who can sign in besides this person; one who never signed up cannot. */
export function hasAnotherOwner(team: readonly Member[], userId: string): boolean {
  return team.some((one) => one.userId !== userId && isActiveOwner(one));
}

/**
 * Whether `actor` may change this team as it now is: one of its owners who still is one, or whoever
 * manages people for the acquirer.
 */
export function mayChangeTeam(actor: Actor, team: readonly Member[]): boolean {
  if (actor.kind !== "user") return false;
  if (can(actor, "users.manage", ACQUIRER)) return true;
  return team.some((one) => one.userId === actor.userId && isActiveOwner(one));
}

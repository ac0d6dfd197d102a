import type { Actor, Membership } from "@/lib/domain/access/actor";
import { can } from "@/lib/domain/access/permissions";
import { holdsAcquirerRole } from "@/lib/domain/access/session-rules";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Instant } from "@/lib/domain/instant";

/** A sign-up link works once and for 24 hours; so long may one that is asked for be confirmed. */
export const SIGN_UP_LINK_MS = 24 * 60 * 60_000;

/** A link just made; its token is told this once. */
export type IssuedLink = { token: string; expiresAt: Instant };

type Someone = { userId: string; memberships: readonly Membership[] };

/** A link for one of the acquirer's people that waits for a second person. */
export type LinkRequest = {
  userId: string;
  askedByUserId: string;
  askedByName: string;
  askedAt: Instant;
};

export const isStillAsked = ({ askedAt }: LinkRequest, at: Instant): boolean =>
  at < askedAt + SIGN_UP_LINK_MS;

const managesEverybody = (actor: Actor): boolean => can(actor, "users.manage", ACQUIRER);

/**
 * Whether `actor`, who manages people, may give this person a new link alone: never themselves nor
 * anybody who holds an acquirer role, wherever else that person belongs; a merchant's owner only
 * when all of the person's roles are inside that merchant.
 */
export function mayIssueSignUpLink(actor: Actor, merchantId: string, person: Someone): boolean {
  if (actor.kind === "key" || holdsAcquirerRole(person.memberships)) return false;
  if (actor.kind !== "user") return true;
  if (actor.userId === person.userId) return false;
  if (managesEverybody(actor)) return true;
  return person.memberships.every((m) => m.merchantId === merchantId);
}

/** Whether `actor` may ask for a link of this acquirer's person: an admin, and never for themselves. */
export function mayAskForSignUpLink(actor: Actor, person: Someone): boolean {
  if (actor.kind !== "user" || actor.userId === person.userId) return false;
  return managesEverybody(actor) && holdsAcquirerRole(person.memberships);
}

/** Whether `actor` may confirm it: another admin or approver, neither the asker nor the person. */
export function mayConfirmSignUpLink(
  actor: Actor,
  request: Pick<LinkRequest, "userId" | "askedByUserId">,
): boolean {
  if (actor.kind !== "user" || !can(actor, "sign_up_links.confirm", ACQUIRER)) return false;
  return actor.userId !== request.askedByUserId && actor.userId !== request.userId;
}

/** Whether `actor` may turn it down: any admin or approver, the asker too, but not whom it is for. */
export function mayDeclineSignUpLink(
  actor: Actor,
  { userId }: Pick<LinkRequest, "userId">,
): boolean {
  if (actor.kind !== "user" || !can(actor, "sign_up_links.confirm", ACQUIRER)) return false;
  return actor.userId !== userId;
}

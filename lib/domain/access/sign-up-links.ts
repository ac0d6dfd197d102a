import type { Actor, Membership } from "@/lib/domain/access/actor";
import { holdsAcquirerRole } from "@/lib/domain/access/session-rules";

/** A sign-up link works once and for 24 hours. */
export const SIGN_UP_LINK_MS = 24 * 60 * 60_000;

/**
 * Whether `actor`, who manages people, may give this person a new link: never themselves; a
 * merchant's owner only when all of the person's roles are inside that merchant.
 */
export function mayIssueSignUpLink(
  actor: Actor,
  merchantId: string,
  person: { userId: string; memberships: readonly Membership[] },
): boolean {
  if (actor.kind === "key") return false;
  if (actor.kind !== "user") return true;
  if (actor.userId === person.userId) return false;
  if (holdsAcquirerRole(actor.memberships)) return true;
  return person.memberships.every((m) => m.merchantId === merchantId);
}

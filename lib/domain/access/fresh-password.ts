import type { Actor } from "@/lib/domain/access/actor";
import type { Permission } from "@/lib/domain/access/permissions";
import { holdsAcquirerRole } from "@/lib/domain/access/session-rules";
import type { Instant } from "@/lib/domain/instant";

/** A password counts as fresh for 15 minutes after it was given. */
export const FRESH_PASSWORD_MS = 15 * 60_000;

const WANTS_FRESH_PASSWORD: ReadonlySet<Permission> = new Set([
  "limit_requests.submit",
  "limit_requests.withdraw",
  "limit_requests.answer",
  "users.manage",
  "keys.manage",
]);

/**
 * Whether a merchant's person must give the password again first: for requests, team and keys once
 * 15 minutes have passed. The acquirer's people need not, their sessions end after 15 idle minutes.
 */
export function needsFreshPassword(actor: Actor, permission: Permission, at: Instant): boolean {
  if (actor.kind !== "user" || holdsAcquirerRole(actor.memberships)) return false;
  return (
    WANTS_FRESH_PASSWORD.has(permission) && at >= actor.passwordConfirmedAt + FRESH_PASSWORD_MS
  );
}

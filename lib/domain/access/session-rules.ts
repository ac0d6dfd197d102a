import { ACQUIRER } from "@/lib/domain/ids";
import type { Membership } from "@/lib/domain/access/actor";
import type { Instant } from "@/lib/domain/instant";

const MINUTE_MS = 60_000;

/** A session ends 12 hours after sign-in, whatever happens in it. */
export const SESSION_ABSOLUTE_MS = 12 * 60 * MINUTE_MS;

const ACQUIRER_IDLE_MS = 15 * MINUTE_MS;
const MERCHANT_IDLE_MS = SESSION_ABSOLUTE_MS;

export type SessionTimes = {
  lastActiveAt: Instant;
  expiresAt: Instant;
  revokedAt: Instant | null;
};

/** One browser in which a person is signed in. */
export type SessionEntry = {
  sessionId: string;
  createdAt: Instant;
  lastActiveAt: Instant;
  address: string | null;
  userAgent: string | null;
};

export const holdsAcquirerRole = (memberships: readonly Membership[]): boolean =>
  memberships.some((m) => m.merchantId === ACQUIRER);

/** How long a session may rest: 15 minutes for whoever holds an acquirer role, else 12 hours. */
export const idleMsOf = (memberships: readonly Membership[]): number =>
  holdsAcquirerRole(memberships) ? ACQUIRER_IDLE_MS : MERCHANT_IDLE_MS;

/** Whether a session still holds; it has ended at exactly its idle or absolute end. */
export function isSessionLive(
  session: SessionTimes,
  memberships: readonly Membership[],
  at: Instant,
): boolean {
  if (session.revokedAt !== null) return false;
  return at < session.expiresAt && at < session.lastActiveAt + idleMsOf(memberships);
}

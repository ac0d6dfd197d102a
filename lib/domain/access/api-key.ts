import type { Actor, Scope } from "@/lib/domain/access/actor";
import type { Mode } from "@/lib/domain/mode";
import { holdsAcquirerRole } from "@/lib/domain/access/session-rules";
import type { Instant } from "@/lib/domain/instant";

/** A key as its owner's people see it; the key itself is known to nobody. */
export type ApiKeyEntry = {
  keyId: string;
  name: string;
  /** The first characters of its secret. */
  hint: string;
  mode: Mode;
  scopes: readonly Scope[];
  /** Requests per second; 0 = no bound. */
  ratePerSecond: number;
  createdAt: Instant;
  /** Null for the command line. */
  createdBy: string | null;
  lastUsedAt: Instant | null;
  revokedAt: Instant | null;
};

/** In force at once for one owner, as far as people make them: the rate bounds a key, this the keys. */
export const MOST_KEYS = 20;

export const DEFAULT_RATE_PER_SECOND = 200;
export const MAX_RATE_PER_SECOND = 100_000;

/** Whether `actor` may give a key this rate: a merchant's people 1 to 200, the acquirer any (0 = no bound). */
export function mayGiveRate(actor: Actor, ratePerSecond: number): boolean {
  if (actor.kind !== "user" || holdsAcquirerRole(actor.memberships)) return true;
  return ratePerSecond >= 1 && ratePerSecond <= DEFAULT_RATE_PER_SECOND;
}

import "server-only";
import { findApiKey, type ApiKeyOwner } from "@/lib/data/api-keys";
import type { Ctx } from "@/lib/data/ctx";
import type { Actor } from "@/lib/domain/access/actor";
import { readApiKey } from "@/lib/domain/access/api-key-format";
import { UnauthenticatedError } from "@/lib/domain/errors";
import type { Mode } from "@/lib/domain/mode";

/** A context whose actor is a key. */
export type KeyCtx = Ctx & { actor: Extract<Actor, { kind: "key" }>; mode: Mode };

export type Bearer = Pick<KeyCtx, "actor" | "mode"> & { ratePerSecond: number };

// Only keys that were found are remembered, so that a new key works at once.
const REMEMBER_MS = 1_000;
const MOST_REMEMBERED = 10_000;
const remembered = new Map<string, { bearer: Bearer; until: number }>();
const underWay = new Map<string, Promise<Bearer>>();

const BEARER = /^bearer +(\S+)$/i;

function bearerOf(owner: ApiKeyOwner): Bearer {
  const { merchantId, keyId, name, scopes, createdByUserId, mode, ratePerSecond } = owner;
  const actor = { kind: "key", merchantId, keyId, name, scopes, createdByUserId } as const;
  return { actor, mode, ratePerSecond };
}

async function lookUp(key: string, deadlineAt: number): Promise<Bearer> {
  const owner = await findApiKey(key, new Date(), deadlineAt);
  if (owner === null) throw new UnauthenticatedError("This API key is not valid.");
  const bearer = bearerOf(owner);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, { bearer, until: Date.now() + REMEMBER_MS });
  return bearer;
}

/**
 * Who sends this Authorization header: a key whose checksum holds and that is not revoked. What was
 * found is believed for a second; a promise only when it must be looked up.
 */
export function authenticate(header: string | null, deadlineAt: number): Bearer | Promise<Bearer> {
  const key = BEARER.exec(header ?? "")?.[1];
  if (key === undefined) throw new UnauthenticatedError("Send an API key: Bearer hr_live_...");
  const known = remembered.get(key);
  if (known && known.until > Date.now()) return known.bearer;
  remembered.delete(key);
  if (readApiKey(key) === null) throw new UnauthenticatedError("This API key is not valid.");
  const running = underWay.get(key);
  if (running) return running;
  const found = lookUp(key, deadlineAt).finally(() => underWay.delete(key));
  underWay.set(key, found);
  return found;
}

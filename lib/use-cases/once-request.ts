import "server-only";
import { createHash } from "node:crypto";
import type { OnceKey } from "@/lib/data/idempotency-keys";
import { ConflictError, DomainError } from "@/lib/domain/errors";

export type OnceRequest = OnceKey & {
  /** The body as parsed JSON; undefined when none was sent. */
  body: unknown;
};

/** JSON with the members of every object in one order: equal values, equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
}

/** What tells one body from another under the same key. */
export const requestHashOf = (body: unknown) =>
  createHash("sha256")
    .update(canonicalJson(body ?? {}))
    .digest("base64url");

export const inFlight = () =>
  new ConflictError(
    "The first request with this Idempotency-Key is still running; ask again.",
    "idempotency-in-flight",
  );

export const reused = () =>
  new DomainError("idempotency-key-reused", "This Idempotency-Key came with another body before.");

import "server-only";
import { InvalidError } from "@/lib/domain/errors";
import { Refusal } from "@/lib/http/refusal";

const PRINTABLE = /^[\x20-\x7e]{1,255}$/;

function invalid(detail: string): InvalidError {
  return new InvalidError([{ pointer: "", code: "invalid_idempotency_key", detail }]);
}

/** A quoted key and the same one bare are one key; an empty one counts as missing. */
function unquoted(text: string): string {
  const isQuoted = text.length >= 2 && text.startsWith('"') && text.endsWith('"');
  return isQuoted ? text.slice(1, -1).replace(/\\(["\\])/g, "$1") : text;
}

/** The Idempotency-Key of a request: 1 to 255 printable ASCII characters, null when there is none. */
export function idempotencyKeyOf(header: string | null): string | null {
  const key = unquoted((header ?? "").trim());
  if (key === "") return null;
  if (!PRINTABLE.test(key)) {
    throw invalid("The Idempotency-Key must be 1 to 255 printable ASCII characters.");
  }
  return key;
}

export function missingIdempotencyKey(): Refusal {
  return new Refusal("idempotency-key-missing", "Send an Idempotency-Key header.");
}

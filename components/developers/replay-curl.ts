import type { ApiRequest } from "@/lib/domain/api-requests";

/** A text as one word of a shell, whatever stands in it. */
const word = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Operations that want an Idempotency-Key; a check is none. */
const needsIdempotencyKey = (path: string) => !/\/(checks|heartbeats)(\/|\?|$)/.test(path);

/** The request again as a command; the key is taken from the environment, never from here. */
export function replayCurl(
  { method, path, body }: Pick<ApiRequest, "method" | "path" | "body">,
  origin: string,
): string {
  const parts = [`curl -X ${method} ${word(origin + path)}`];
  parts.push(`-H "Authorization: Bearer $HEADROOM_KEY"`);
  if (method !== "GET" && method !== "HEAD") {
    if (needsIdempotencyKey(path)) parts.push(`-H "Idempotency-Key: $(uuidgen)"`);
    if (body !== null) parts.push(`-H "Content-Type: application/json"`, `-d ${word(body)}`);
  }
  return parts.join(" \\\n  ");
}

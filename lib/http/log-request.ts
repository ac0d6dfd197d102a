import "server-only";
import type { Exchange } from "@/lib/http/serve-route";
import { logApiRequest } from "@/lib/use-cases/log-api-request";

/** Remembers a request of a merchant's key for the merchant to look at; whatever costs time is done later. */
export function logRequest(
  method: string,
  status: number,
  { keyId, keyOwner, requestId, request, said }: Exchange,
  told: string | undefined,
): void {
  if (keyId === undefined || keyOwner === undefined) return;
  const { url } = request;
  // What waits to be written is bounded in bytes: answers are kept of checks alone.
  const answer = method === "POST" && url.endsWith("/checks") ? told : undefined;
  logApiRequest(keyOwner, { keyId, method, url, status, requestId, said, told: answer });
}

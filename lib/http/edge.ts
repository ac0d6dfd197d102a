import "server-only";
import type { IncomingMessage } from "node:http";
import { securityHeaders } from "@/lib/http/security-headers";
import {
  BACKGROUND_HEADER,
  CLIENT_ADDRESS_HEADER,
  clientAddress,
  proxyList,
} from "@/lib/platform/client-address";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";

const REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** Only we say these, or a proxy that TRUSTED_PROXIES names. */
const NOT_BELIEVED = [
  ...[CLIENT_ADDRESS_HEADER, "x-path", "x-nonce", "content-security-policy", "forwarded"],
  ...["x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"],
];

const first = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value.join(",") : value;

let trusted: ReturnType<typeof proxyList> | undefined;

/**
 * Makes a page's request trustworthy before anything reads it: the client's address from the
 * connection and TRUSTED_PROXIES, the site's address from PUBLIC_URL, a request id, and none of
 * the headers that only we may set.
 */
export function enterEdge(request: IncomingMessage): void {
  const { TRUSTED_PROXIES, PUBLIC_URL } = env();
  trusted ??= proxyList(TRUSTED_PROXIES);
  const { headers, socket } = request;
  const forwardedFor = first(headers["x-forwarded-for"]);
  const address = clientAddress(socket.remoteAddress, forwardedFor, trusted);
  for (const name of NOT_BELIEVED) Reflect.deleteProperty(headers, name);
  headers[CLIENT_ADDRESS_HEADER] = address;
  headers["x-forwarded-for"] = address;
  const requestId = first(headers["x-request-id"]);
  headers["x-request-id"] = requestId && REQUEST_ID.test(requestId) ? requestId : newId("req");
  const isPrefetch = headers["next-router-prefetch"] ?? headers["sec-purpose"];
  if (isPrefetch !== undefined) headers[BACKGROUND_HEADER] = "1";
  if (PUBLIC_URL) {
    const site = new URL(PUBLIC_URL);
    headers["x-forwarded-host"] = site.host;
    headers["x-forwarded-proto"] = site.protocol.slice(0, -1);
  }
}

let always: [string, string][] | undefined;

/** What every answer of the pages' side carries, files and Next's own refusals included. */
export const headersOfEdge = () =>
  (always ??= Object.entries(securityHeaders(env().publicUrl.startsWith("https:"))));

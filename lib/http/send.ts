import "server-only";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { DATA_POLICY, securityHeaders } from "@/lib/http/security-headers";
import { env } from "@/lib/platform/env";

let always: readonly string[] | undefined;

const headersOfAll = () =>
  (always ??= Object.entries({
    ...securityHeaders(env().publicUrl.startsWith("https:")),
    "content-security-policy": DATA_POLICY,
    "cache-control": "no-store",
  }).flat());

export type Outgoing = {
  status: number;
  headers: Readonly<Record<string, string>>;
  contentType?: string;
  text?: string;
};

/** Names and values in turn, as Node takes them with the least work. */
function headersOf({ headers, text, contentType = "application/json" }: Outgoing): string[] {
  const flat = [...headersOfAll()];
  for (const name in headers) flat.push(name, headers[name]!);
  if (text === undefined) return flat;
  flat.push("content-type", contentType, "content-length", String(Buffer.byteLength(text)));
  return flat;
}

function asResponse(flat: readonly string[], status: number, text: string | null): Response {
  const headers = new Headers();
  for (let at = 0; at < flat.length; at += 2) headers.append(flat[at]!, flat[at + 1]!);
  return new Response(text, { status, headers });
}

/** Sends an answer: straight to Node's response where there is one, else as a web Response. */
export function send(
  env: Partial<HttpBindings> | undefined,
  method: string,
  out: Outgoing,
): Response {
  const text = method === "HEAD" ? undefined : out.text;
  const headers = headersOf(out);
  const outgoing = env?.outgoing;
  if (!outgoing) return asResponse(headers, out.status, text ?? null);
  outgoing.writeHead(out.status, headers);
  outgoing.end(text);
  return RESPONSE_ALREADY_SENT;
}

import "server-only";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { DATA_POLICY, securityHeaders } from "@/lib/http/security-headers";
import { env } from "@/lib/platform/env";

let always: Readonly<Record<string, string>> | undefined;

const headersOfAll = () =>
  (always ??= {
    ...securityHeaders(env().publicUrl.startsWith("https:")),
    "content-security-policy": DATA_POLICY,
    "cache-control": "no-store",
  });

export type Outgoing = {
  status: number;
  headers: Readonly<Record<string, string>>;
  contentType?: string;
  text?: string;
};

/** Sends an answer: straight to Node's response where there is one, else as a web Response. */
export function send(
  env: Partial<HttpBindings> | undefined,
  method: string,
  out: Outgoing,
): Response {
  const headers: Record<string, string> = { ...headersOfAll(), ...out.headers };
  if (out.text !== undefined) headers["content-type"] = out.contentType ?? "application/json";
  const outgoing = env?.outgoing;
  if (!outgoing) {
    const text = method === "HEAD" ? null : (out.text ?? null);
    return new Response(text, { status: out.status, headers });
  }
  if (out.text !== undefined) headers["content-length"] = String(Buffer.byteLength(out.text));
  outgoing.writeHead(out.status, headers);
  outgoing.end(method === "HEAD" ? undefined : out.text);
  return RESPONSE_ALREADY_SENT;
}

import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "@/lib/auth/current-path";
import { isSameOrigin, ownOrigins } from "@/lib/http/same-origin";
import { pagePolicy, securityHeaders } from "@/lib/http/security-headers";
import { env } from "@/lib/platform/env";

const newNonce = () => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");

const refusal = {
  type: "https://headroom.dev/problems/forbidden",
  title: "Forbidden",
  status: 403,
  detail: "This request did not come from a page of this portal.",
};

/** Passed by every page, action and route of the portal; the API has its own edge. */
export default function proxy(request: NextRequest): NextResponse {
  const { publicUrl, NODE_ENV } = env();
  const isHttps = publicUrl.startsWith("https:");
  const always = securityHeaders(isHttps);
  if (!isSameOrigin(request, ownOrigins(publicUrl))) {
    const headers = { ...always, "Content-Type": "application/problem+json" };
    return new NextResponse(JSON.stringify(refusal), { status: 403, headers });
  }
  const nonce = newNonce();
  const policy = pagePolicy(nonce, { isHttps, isDev: NODE_ENV === "development" });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(always)) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image|api/v1(?:/|$)).*)"] };

import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "@/lib/auth/current-path";
import { ForbiddenError } from "@/lib/domain/errors";
import { assertActionBody, isActionAsked } from "@/lib/http/action-body";
import { problemOf } from "@/lib/http/problem";
import { isSameOrigin, ownOrigins } from "@/lib/http/same-origin";
import { pagePolicy, securityHeaders } from "@/lib/http/security-headers";
import { env } from "@/lib/platform/env";

const newNonce = () => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");

async function assertWelcome(request: NextRequest): Promise<void> {
  if (!isSameOrigin(request, ownOrigins(env().publicUrl))) {
    throw new ForbiddenError("This request did not come from a page of this portal.");
  }
  if (isActionAsked(request, request.nextUrl.pathname)) await assertActionBody(request);
}

function refuse(request: NextRequest, error: unknown, always: Record<string, string>) {
  const requestId = request.headers.get("x-request-id") ?? "";
  const problem = problemOf(error, { instance: request.nextUrl.pathname, requestId });
  const headers = { ...always, "content-type": "application/problem+json" };
  return new NextResponse(JSON.stringify(problem), { status: problem.status, headers });
}

/** Passed by every page, action and route of the portal; the API has its own edge. */
export default async function proxy(request: NextRequest): Promise<NextResponse> {
  const { publicUrl, NODE_ENV } = env();
  const isHttps = publicUrl.startsWith("https:");
  const always = securityHeaders(isHttps);
  try {
    await assertWelcome(request);
  } catch (error) {
    return refuse(request, error, always);
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

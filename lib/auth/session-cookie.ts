import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { SESSION_ABSOLUTE_MS } from "@/lib/domain/access/session-rules";
import { env } from "@/lib/platform/env";

export const SESSION_MAX_AGE_S = SESSION_ABSOLUTE_MS / 1000;

export const isSecureSite = () => env().publicUrl.startsWith("https:");

/** `__Host-` binds a cookie to this very host over https; on loopback http browsers disagree about it. */
export const cookieName = (name: string) => (isSecureSite() ? `__Host-${name}` : name);

export const sessionCookieName = () => cookieName("headroom-session");

export const cookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecureSite() }) as const;

export function authSecret(): string {
  const secret = env().AUTH_SECRET;
  if (!secret) throw new Error("AUTH_SECRET is not set.");
  return secret;
}

/** Lets this browser carry the session: the cookie holds nothing but its id, encrypted. */
export async function writeSessionCookie(sessionId: string): Promise<void> {
  const token = await encode({
    token: { sid: sessionId },
    secret: authSecret(),
    maxAge: SESSION_MAX_AGE_S,
  });
  const options = { ...cookieOptions(), maxAge: SESSION_MAX_AGE_S };
  (await cookies()).set(sessionCookieName(), token, options);
}

export async function dropSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...cookieOptions(), maxAge: 0 });
}

/** The session id that this browser carries, or null; a forged or expired cookie is none. */
export async function readSessionCookie(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  const claims = await decode({ token, secret: authSecret() }).catch(() => null);
  return typeof claims?.sid === "string" ? claims.sid : null;
}

import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { openSession } from "@/lib/auth/open-session";
import {
  authSecret,
  cookieName,
  cookieOptions,
  isSecureSite,
  SESSION_MAX_AGE_S,
  sessionCookieName,
} from "@/lib/auth/session-cookie";
import { DomainError } from "@/lib/domain/errors";
import { isUnspeakable } from "@/lib/domain/unspeakable";
import { CLIENT_ADDRESS_HEADER } from "@/lib/platform/client-address";
import { newId } from "@/lib/platform/ids";
import { endSession } from "@/lib/use-cases/sessions/end-session";

type HeaderBag = Record<string, string | undefined>;

const isText = (value: unknown): value is string =>
  typeof value === "string" && !isUnspeakable(value);

const cookie = (name: string) => ({ name: cookieName(name), options: cookieOptions() });

async function enter(email: unknown, password: unknown, headers: HeaderBag) {
  if (!isText(email) || !isText(password)) return null;
  const request = {
    at: new Date(),
    address: headers[CLIENT_ADDRESS_HEADER] ?? "unknown",
    userAgent: headers["user-agent"]?.slice(0, 300) ?? null,
    requestId: headers["x-request-id"] ?? newId("req"),
  };
  try {
    const { sessionId } = await openSession({ email, password }, request);
    return { id: sessionId };
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** next-auth around our own session rows: its token carries a session id and nothing else. */
export const authOptions = (): NextAuthOptions => ({
  secret: authSecret(),
  useSecureCookies: isSecureSite(),
  cookies: {
    sessionToken: { name: sessionCookieName(), options: cookieOptions() },
    csrfToken: cookie("headroom-csrf"),
    callbackUrl: cookie("headroom-callback-url"),
  },
  session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_S },
  pages: { signIn: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: (credentials, request) =>
        enter(credentials?.email, credentials?.password, (request.headers ?? {}) as HeaderBag),
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sid: user.id } : token),
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token.sid === "string") await endSession(token.sid, new Date());
    },
  },
});

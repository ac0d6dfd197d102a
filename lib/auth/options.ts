import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import {
  authSecret,
  cookieOptions,
  isSecureSite,
  SESSION_MAX_AGE_S,
  sessionCookieName,
} from "@/lib/auth/session-cookie";
import { DomainError } from "@/lib/domain/errors";
import { CLIENT_ADDRESS_HEADER } from "@/lib/platform/client-address";
import { newId } from "@/lib/platform/ids";
import { endSession } from "@/lib/use-cases/sessions/end-session";
import { signIn } from "@/lib/use-cases/sessions/sign-in";

type HeaderBag = Record<string, string | undefined>;

async function openSession(email: string, password: string, headers: HeaderBag) {
  const request = {
    at: new Date(),
    address: headers[CLIENT_ADDRESS_HEADER] ?? "unknown",
    userAgent: headers["user-agent"]?.slice(0, 300) ?? null,
    requestId: headers["x-request-id"] ?? newId("req"),
  };
  try {
    const { sessionId } = await signIn({ email, password }, request);
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
  cookies: { sessionToken: { name: sessionCookieName(), options: cookieOptions() } },
  session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_S },
  pages: { signIn: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: (credentials, request) =>
        openSession(
          credentials?.email ?? "",
          credentials?.password ?? "",
          (request.headers ?? {}) as HeaderBag,
        ),
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

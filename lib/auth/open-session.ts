import "server-only";
import { readSessionCookie } from "@/lib/auth/session-cookie";
import { endSession } from "@/lib/use-cases/sessions/end-session";
import { type SignedIn, signIn } from "@/lib/use-cases/sessions/sign-in";

/** Signs a person in from this browser; the session it carried until now ends. */
export async function openSession(...asked: Parameters<typeof signIn>): Promise<SignedIn> {
  const before = await readSessionCookie();
  const signedIn = await signIn(...asked);
  if (before) await endSession(before, asked[1].at);
  return signedIn;
}

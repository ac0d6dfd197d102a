import "server-only";
import { withDirectory } from "@/lib/data/db";
import { findSignUpLink } from "@/lib/data/sign-up-links";
import { findUser } from "@/lib/data/users";

/** For whom a sign-up link was made; null when it was used, is older than 24 hours or never existed. */
export function getSignUpLink(
  token: string,
  at: Date,
): Promise<{ email: string; name: string } | null> {
  return withDirectory(async (db) => {
    const userId = await findSignUpLink(db, token, at);
    const user = userId ? await findUser(db, userId) : null;
    return user && !user.isDeactivated ? { email: user.email, name: user.name } : null;
  });
}

import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withDirectory } from "@/lib/data/db";
import { setUser } from "@/lib/data/users";
import { authorizePerson } from "@/lib/use-cases/authorize";

/** Keeps a person's language and theme, for every browser they will sign in with. */
export async function setPreferences(
  ctx: Ctx,
  { locale, theme }: { locale?: string | null; theme?: string | null },
): Promise<void> {
  const { userId } = authorizePerson(ctx);
  await withDirectory((db) => setUser(db, userId, { locale, theme }));
}

import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withDirectory } from "@/lib/data/db";
import { setUser, type UserChange } from "@/lib/data/users";
import { authorizePerson } from "@/lib/use-cases/authorize";

/** Keeps a person's language, theme and clock, for every browser they will sign in with. */
export async function setPreferences(
  ctx: Ctx,
  { locale, theme, clock }: Pick<UserChange, "locale" | "theme" | "clock">,
): Promise<void> {
  const { userId } = authorizePerson(ctx);
  await withDirectory((db) => setUser(db, userId, { locale, theme, clock }));
}

import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Db } from "@/lib/data/ctx";

const hashOf = (token: string) => createHash("sha256").update(token).digest();

export type NewSignUpLink = { userId: string; at: Date; expiresAt: Date; createdBy: string };

/** Stores a new link of the person, the only one that works from now on; answers its token. */
export async function createSignUpLink(db: Db, link: NewSignUpLink): Promise<string> {
  const { userId, at, expiresAt, createdBy } = link;
  const token = randomBytes(32).toString("base64url");
  await voidSignUpLinks(db, userId, at);
  await db.signUpLink.create({
    data: { tokenHash: hashOf(token), userId, createdAt: at, expiresAt, createdBy },
  });
  return token;
}

/** Makes every link of the person worthless. */
export async function voidSignUpLinks(db: Db, userId: string, at: Date): Promise<void> {
  await db.signUpLink.updateMany({ where: { userId, usedAt: null }, data: { usedAt: at } });
}

/** Whose link this is; null once it was used or its end has come. */
export async function findSignUpLink(db: Db, token: string, at: Date): Promise<string | null> {
  const row = await db.signUpLink.findFirst({
    where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: at } },
  });
  return row?.userId ?? null;
}

/** Uses the link; of two who try at once, one gets the person and the other null. */
export async function redeemSignUpLink(db: Db, token: string, at: Date): Promise<string | null> {
  const userId = await findSignUpLink(db, token, at);
  if (!userId) return null;
  const { count } = await db.signUpLink.updateMany({
    where: { tokenHash: hashOf(token), usedAt: null },
    data: { usedAt: at },
  });
  return count === 1 ? userId : null;
}

import "server-only";
import type { Membership, Role } from "@/lib/domain/access/actor";
import { newId } from "@/lib/platform/ids";
import type { Db } from "@/lib/data/ctx";

export type UserRecord = {
  userId: string;
  email: string;
  name: string;
  locale: string | null;
  theme: string | null;
  clock: string | null;
  passwordHash: string | null;
  isDeactivated: boolean;
};

type UserRow = Omit<UserRecord, "isDeactivated"> & { deactivatedAt: Date | null };

const toRecord = ({ deactivatedAt, ...row }: UserRow): UserRecord => ({
  userId: row.userId,
  email: row.email,
  name: row.name,
  locale: row.locale,
  theme: row.theme,
  clock: row.clock,
  passwordHash: row.passwordHash,
  isDeactivated: deactivatedAt !== null,
});

/** The person with this e-mail, whatever its case. */
export async function findUserByEmail(db: Db, email: string): Promise<UserRecord | null> {
  const row = await db.user.findUnique({ where: { email: email.toLowerCase() } });
  return row && toRecord(row);
}

export async function findUser(db: Db, userId: string): Promise<UserRecord | null> {
  const row = await db.user.findUnique({ where: { userId } });
  return row && toRecord(row);
}

/** What these people are called, by their ids. */
export async function listNamesOf(
  db: Db,
  userIds: readonly string[],
): Promise<Record<string, string>> {
  if (userIds.length === 0) return {};
  const where = { userId: { in: [...userIds] } };
  const rows = await db.user.findMany({ where, select: { userId: true, name: true } });
  return Object.fromEntries(rows.map(({ userId, name }) => [userId, name]));
}

/** Every role of the person that the present context may see. */
export async function listMembershipsOf(db: Db, userId: string): Promise<Membership[]> {
  const rows = await db.membership.findMany({
    where: { userId },
    orderBy: [{ merchantId: "asc" }, { role: "asc" }],
  });
  return rows.map((row) => ({ merchantId: row.merchantId, role: row.role as Role }));
}

export type UserChange = {
  name?: string;
  passwordHash?: string | null;
  locale?: string | null;
  theme?: string | null;
  clock?: string | null;
};

export async function setUser(db: Db, userId: string, change: UserChange): Promise<void> {
  await db.user.update({ where: { userId }, data: change });
}

/** Deactivates a person, or with null lets them in again; false when it was so already. */
export async function setDeactivated(db: Db, userId: string, at: Date | null): Promise<boolean> {
  const { count } = await db.user.updateMany({
    where: { userId, deactivatedAt: at === null ? { not: null } : null },
    data: { deactivatedAt: at },
  });
  return count === 1;
}

/**
 * The person with this e-mail, made if there is none yet, named after the e-mail until they sign up; nobody
 * else gives them a role or a link until this transaction ends.
 */
export async function takeUser(db: Db, email: string, at: Date): Promise<UserRecord> {
  const name = email.slice(0, email.indexOf("@"));
  await db.user.createMany({
    data: [{ userId: newId("usr"), email, name, createdAt: at }],
    skipDuplicates: true,
  });
  await db.$queryRaw`select from users where email = ${email} for update`;
  const user = await findUserByEmail(db, email);
  if (!user) throw new Error("A person just made is not there.");
  return user;
}

/** Nobody else gives this person a role, a link or a password until this transaction ends. */
export async function lockUser(db: Db, userId: string): Promise<void> {
  await db.$queryRaw`select from users where user_id = ${userId} for update`;
}

/** Gives a role; having it already changes nothing. */
export async function createMembership(
  db: Db,
  merchantId: string,
  userId: string,
  role: Role,
): Promise<void> {
  await db.membership.createMany({ data: [{ merchantId, userId, role }], skipDuplicates: true });
}

/** Gives a role of the merchant in place of those the person has there. */
export async function setMembership(
  db: Db,
  merchantId: string,
  userId: string,
  role: Role,
): Promise<void> {
  await db.membership.deleteMany({ where: { merchantId, userId, role: { not: role } } });
  await createMembership(db, merchantId, userId, role);
}

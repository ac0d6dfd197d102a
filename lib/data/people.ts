import "server-only";
import type { Role } from "@/lib/domain/access/actor";
import type { KeyMade } from "@/lib/domain/access/team";
import type { Person } from "@/lib/domain/access/person";
import type { Db } from "@/lib/data/ctx";

type PersonRow = Omit<Person, "lastActiveAt" | "roles"> & {
  roles: Role[];
  lastActiveAt: Date | null;
};

/** Everybody with a role inside the merchant, or the acquirer, by name. */
export async function listPeople(db: Db, merchantId: string, most: number): Promise<Person[]> {
  const rows = await db.$queryRaw<PersonRow[]>`
    select u.user_id as "userId", u.email, u.name,
      array_agg(m.role order by m.role) as roles,
      case when u.deactivated_at is not null then 'deactivated'
        when u.password_hash is null then 'invited' else 'active' end as state,
      (select max(s.last_active_at) from sessions s where s.user_id = u.user_id) as "lastActiveAt"
    from memberships m join users u using (user_id)
    where m.merchant_id = ${merchantId}
    group by u.user_id order by u.name, u.user_id limit ${most}`;
  return rows.map((row) => ({ ...row, lastActiveAt: row.lastActiveAt?.getTime() ?? null }));
}

/** Lets nobody else change who belongs to the merchant until this transaction ends. */
export async function lockTeam(db: Db, merchantId: string): Promise<void> {
  await db.$queryRaw`
    select 1 from memberships where merchant_id = ${merchantId} order by user_id, role for update`;
}

/** The keys in force that these people made, by who made them. */
export async function listKeysMadeBy(
  db: Db,
  merchantId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, KeyMade[]>> {
  const rows = await db.apiKey.findMany({
    where: { merchantId, revokedAt: null, createdByUserId: { in: [...userIds] } },
    select: { keyId: true, name: true, createdByUserId: true },
    orderBy: { keyId: "asc" },
  });
  const keys = new Map<string, KeyMade[]>();
  for (const { keyId, name, createdByUserId } of rows) {
    if (createdByUserId === null) continue;
    keys.set(createdByUserId, [...(keys.get(createdByUserId) ?? []), { keyId, name }]);
  }
  return keys;
}

/** Administrators who can sign in, besides this person. */
export async function countOtherAdmins(
  db: Db,
  merchantId: string,
  userId: string,
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from memberships m join users u using (user_id)
    where m.merchant_id = ${merchantId} and m.role = 'acquirer_admin' and m.user_id <> ${userId}
      and u.deactivated_at is null and u.password_hash is not null`;
  return row?.count ?? 0;
}

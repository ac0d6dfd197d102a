import "server-only";
import {
  EVERYTHING_ARRIVES,
  type MutableKind,
  type NotificationPreference,
  type UsagePercent,
} from "@/lib/domain/notifications";
import type { Db } from "@/lib/data/ctx";
import type { NotificationPreference as PreferenceRow } from "@/lib/data/generated/client";

const toPreference = (row: PreferenceRow): NotificationPreference => ({
  mutedKinds: row.mutedKinds as MutableKind[],
  mutedPercents: row.mutedPercents as UsagePercent[],
});

/** What these people of these merchants do not want to be told; whoever never chose is told everything. */
export async function listPreferences(
  db: Db,
  merchantIds: readonly string[],
  userIds: readonly string[],
): Promise<{ of: (merchantId: string, userId: string) => NotificationPreference }> {
  const rows = await db.notificationPreference.findMany({
    where: { merchantId: { in: [...merchantIds] }, userId: { in: [...userIds] } },
  });
  const key = (merchantId: string, userId: string) => `${merchantId} ${userId}`;
  const byPerson = new Map(
    rows.map((row) => [key(row.merchantId, row.userId), toPreference(row)] as const),
  );
  return {
    of: (merchantId, userId) => byPerson.get(key(merchantId, userId)) ?? EVERYTHING_ARRIVES,
  };
}

export async function findPreference(
  db: Db,
  merchantId: string,
  userId: string,
): Promise<NotificationPreference> {
  return (await listPreferences(db, [merchantId], [userId])).of(merchantId, userId);
}

/** Keeps what a person does not want to be told, in place of what they chose before. */
export async function setPreference(
  db: Db,
  merchantId: string,
  userId: string,
  { mutedKinds, mutedPercents, at }: NotificationPreference & { at: Date },
): Promise<void> {
  const chosen = {
    mutedKinds: [...mutedKinds],
    mutedPercents: [...mutedPercents],
    updatedAt: at,
  };
  await db.notificationPreference.upsert({
    where: { merchantId_userId: { merchantId, userId } },
    create: { merchantId, userId, ...chosen },
    update: chosen,
  });
}

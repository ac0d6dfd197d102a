import "server-only";
import { arrives, type Notification, type NotificationParams } from "@/lib/domain/notifications";
import { toPage, type Page } from "@/lib/domain/page";
import { newId } from "@/lib/platform/ids";
import { type Ctx, type Db, modeOf } from "@/lib/data/ctx";
import { listPreferences } from "@/lib/data/notification-preferences";
import type { Notification as NotificationRow } from "@/lib/data/generated/client";

/** What a person should know: a sentence's kind with its values, and where it leads. */
export type NewNotification = {
  kind: string;
  params: NotificationParams;
  href: string | null;
};

/** What happens in test mode is nobody's news. */
async function insertFor(
  db: Db,
  merchantId: string,
  ctx: Pick<Ctx, "now" | "mode">,
  userIds: readonly string[],
  { kind, params, href }: NewNotification,
): Promise<void> {
  if (userIds.length === 0 || modeOf(ctx) === "test") return;
  const preferences = await listPreferences(db, [merchantId], userIds);
  const told = userIds.filter((userId) =>
    arrives(preferences.of(merchantId, userId), { kind, params }),
  );
  if (told.length === 0) return;
  await db.notification.createMany({
    data: told.map((userId) => ({
      ...{ merchantId, notificationId: newId("ntf"), userId, kind, params, href },
      createdAt: ctx.now(),
    })),
  });
}

/** Tells every owner of the merchant except whoever acts. */
export async function notifyOwners(
  db: Db,
  merchantId: string,
  ctx: Pick<Ctx, "actor" | "now" | "mode">,
  notification: NewNotification,
): Promise<void> {
  const actorId = ctx.actor.kind === "user" ? ctx.actor.userId : undefined;
  const owners = await db.membership.findMany({
    where: { merchantId, role: "merchant_owner", userId: { not: actorId } },
    select: { userId: true },
  });
  const userIds = owners.map((owner) => owner.userId);
  await insertFor(db, merchantId, ctx, userIds, notification);
}

/** Tells the owners of many merchants, each of what concerns theirs; nobody of the merchants acts. */
export async function notifyOwnersOf(
  db: Db,
  ctx: Pick<Ctx, "now" | "mode">,
  news: readonly { merchantId: string; notification: NewNotification }[],
): Promise<void> {
  const merchantIds = [...new Set(news.map(({ merchantId }) => merchantId))];
  const owners = await db.$queryRaw<{ merchantId: string; userId: string }[]>`
    select merchant_id as "merchantId", user_id as "userId" from memberships
    where merchant_id = any (${merchantIds}) and role = 'merchant_owner'`;
  const userIds = owners.map(({ userId }) => userId);
  const preferences = await listPreferences(db, merchantIds, userIds);
  const ownersOf = new Map<string, { userId: string }[]>();
  for (const { merchantId, userId } of owners) {
    const others = ownersOf.get(merchantId);
    if (others) others.push({ userId });
    else ownersOf.set(merchantId, [{ userId }]);
  }
  const data = news.flatMap(({ merchantId, notification }) =>
    (ownersOf.get(merchantId) ?? [])
      .filter(({ userId }) => arrives(preferences.of(merchantId, userId), notification))
      .map(({ userId }) => ({
        ...{ ...notification, merchantId, userId, notificationId: newId("ntf") },
        createdAt: ctx.now(),
      })),
  );
  if (data.length > 0) await db.notification.createMany({ data });
}

/** Tells one person about something of the merchant. */
export async function notifyUser(
  db: Db,
  merchantId: string,
  ctx: Pick<Ctx, "now" | "mode">,
  userId: string,
  notification: NewNotification,
): Promise<void> {
  await insertFor(db, merchantId, ctx, [userId], notification);
}

const toNotification = (row: NotificationRow): Notification => ({
  notificationId: row.notificationId,
  merchantId: row.merchantId,
  kind: row.kind,
  params: row.params as Notification["params"],
  href: row.href,
  createdAt: row.createdAt.getTime(),
  readAt: row.readAt?.getTime() ?? null,
});

/** A person's notifications inside one merchant, newest first. */
export async function listNotifications(
  db: Db,
  merchantId: string,
  userId: string,
  page: { limit: number; after: string | null },
): Promise<Page<Notification>> {
  const rows = await db.notification.findMany({
    where: { merchantId, userId, ...(page.after ? { notificationId: { lt: page.after } } : {}) },
    orderBy: { notificationId: "desc" },
    take: page.limit + 1,
  });
  return toPage(rows.map(toNotification), page.limit, (row) => row.notificationId);
}

export async function countUnread(db: Db, merchantId: string, userId: string): Promise<number> {
  return db.notification.count({ where: { merchantId, userId, readAt: null } });
}

/** Marks one notification, or all of a person's, as read; those already read keep their time. */
export async function markNotificationsRead(
  db: Db,
  merchantId: string,
  userId: string,
  which: { notificationId: string | null; at: Date },
): Promise<void> {
  await db.notification.updateMany({
    where: {
      ...{ merchantId, userId, readAt: null },
      ...(which.notificationId ? { notificationId: which.notificationId } : {}),
    },
    data: { readAt: which.at },
  });
}

import "server-only";
import { newId } from "@/lib/platform/ids";
import type { Ctx, Db } from "@/lib/data/ctx";

/** What a person should know: a sentence's kind with its values, and where it leads. */
export type NewNotification = {
  kind: string;
  params: Record<string, string | number | null>;
  href: string | null;
};

async function insertFor(
  db: Db,
  merchantId: string,
  ctx: Pick<Ctx, "now">,
  userIds: readonly string[],
  { kind, params, href }: NewNotification,
): Promise<void> {
  if (userIds.length === 0) return;
  await db.notification.createMany({
    data: userIds.map((userId) => ({
      ...{ merchantId, notificationId: newId("ntf"), userId, kind, params, href },
      createdAt: ctx.now(),
    })),
  });
}

/** Tells every owner of the merchant except whoever acts. */
export async function notifyOwners(
  db: Db,
  merchantId: string,
  ctx: Pick<Ctx, "actor" | "now">,
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

/** Tells one person about something of the merchant. */
export async function notifyUser(
  db: Db,
  merchantId: string,
  ctx: Pick<Ctx, "now">,
  userId: string,
  notification: NewNotification,
): Promise<void> {
  await insertFor(db, merchantId, ctx, [userId], notification);
}

import "server-only";
import { ForbiddenError } from "@/lib/domain/errors";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { markNotificationsRead as mark } from "@/lib/data/notifications";
import { authorize } from "@/lib/use-cases/authorize";

/** Marks one of the signed-in person's notifications as read, or with null all of them. */
export async function markNotificationsRead(
  ctx: Ctx,
  merchantId: string,
  notificationId: string | null,
): Promise<void> {
  authorize(ctx, "notifications.read", merchantId);
  const { actor } = ctx;
  if (actor.kind !== "user") throw new ForbiddenError();
  await withMerchant(ctx, merchantId, (db) =>
    mark(db, merchantId, actor.userId, { notificationId, at: ctx.now() }),
  );
}

import "server-only";
import { ForbiddenError } from "@/lib/domain/errors";
import type { NotificationPreference } from "@/lib/domain/notifications";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { setPreference } from "@/lib/data/notification-preferences";
import { authorize } from "@/lib/use-cases/authorize";

/** Keeps what the signed-in person does not want to be told inside one merchant, from now on. */
export async function setNotificationPreference(
  ctx: Ctx,
  merchantId: string,
  preference: NotificationPreference,
): Promise<void> {
  authorize(ctx, "notifications.read", merchantId);
  const { actor } = ctx;
  if (actor.kind !== "user") throw new ForbiddenError();
  await withMerchant(ctx, merchantId, (db) =>
    setPreference(db, merchantId, actor.userId, { ...preference, at: ctx.now() }),
  );
}

import "server-only";
import { ForbiddenError } from "@/lib/domain/errors";
import type { NotificationPreference } from "@/lib/domain/notifications";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { findPreference } from "@/lib/data/notification-preferences";
import { authorize } from "@/lib/use-cases/authorize";

/** What the signed-in person does not want to be told inside one merchant. */
export async function getNotificationPreference(
  ctx: Ctx,
  merchantId: string,
): Promise<NotificationPreference> {
  authorize(ctx, "notifications.read", merchantId);
  const { actor } = ctx;
  if (actor.kind !== "user") throw new ForbiddenError();
  return withMerchant(ctx, merchantId, (db) => findPreference(db, merchantId, actor.userId));
}

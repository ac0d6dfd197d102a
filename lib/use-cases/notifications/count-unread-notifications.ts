import "server-only";
import { ForbiddenError } from "@/lib/domain/errors";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { countUnread } from "@/lib/data/notifications";
import { authorize } from "@/lib/use-cases/authorize";

/** How many of the signed-in person's notifications inside one merchant are unread. */
export function countUnreadNotifications(ctx: Ctx, merchantId: string): Promise<number> {
  authorize(ctx, "notifications.read", merchantId);
  const { actor } = ctx;
  if (actor.kind !== "user") throw new ForbiddenError();
  return withMerchant(ctx, merchantId, (db) => countUnread(db, merchantId, actor.userId));
}

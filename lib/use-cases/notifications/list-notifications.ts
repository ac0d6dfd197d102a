import "server-only";
import { ForbiddenError } from "@/lib/domain/errors";
import type { Notification } from "@/lib/domain/notifications";
import type { Page } from "@/lib/domain/page";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { countUnread, listNotifications as readPage } from "@/lib/data/notifications";
import { authorize } from "@/lib/use-cases/authorize";

/** The signed-in person's own notifications inside one merchant, newest first, and how many are unread. */
export async function listNotifications(
  ctx: Ctx,
  merchantId: string,
  page: { limit: number; after: string | null },
): Promise<Page<Notification> & { unread: number }> {
  authorize(ctx, "notifications.read", merchantId);
  const { actor } = ctx;
  if (actor.kind !== "user") throw new ForbiddenError();
  return withMerchant(ctx, merchantId, async (db) => ({
    ...(await readPage(db, merchantId, actor.userId, page)),
    unread: await countUnread(db, merchantId, actor.userId),
  }));
}

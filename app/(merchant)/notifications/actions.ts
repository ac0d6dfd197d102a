"use server";

import { revalidatePath } from "next/cache";
import { ReadNotification } from "@/lib/contracts/notification-preference-form";
import { merchantAction } from "@/lib/http/action";
import { markNotificationsRead } from "@/lib/use-cases/notifications/mark-notifications-read";

/** One, or with null all of the person's own. */
export const markRead = merchantAction(
  ReadNotification,
  async ({ ctx, merchantId }, { notificationId }) => {
    await markNotificationsRead(ctx, merchantId, notificationId);
    revalidatePath("/", "layout");
  },
);

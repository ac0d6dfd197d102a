"use server";

import { revalidatePath } from "next/cache";
import { ReadNotification } from "@/lib/contracts/notification-preference-form";
import { ACQUIRER } from "@/lib/domain/ids";
import { action } from "@/lib/http/action";
import { markNotificationsRead } from "@/lib/use-cases/notifications/mark-notifications-read";

/** One, or with null all of the person's own. */
export const markRead = action(ReadNotification, async ({ ctx }, { notificationId }) => {
  await markNotificationsRead(ctx, ACQUIRER, notificationId);
  revalidatePath("/", "layout");
});

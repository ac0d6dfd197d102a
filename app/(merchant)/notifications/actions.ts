"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { merchantAction } from "@/lib/http/action";
import { markNotificationsRead } from "@/lib/use-cases/notifications/mark-notifications-read";

const Which = z.strictObject({ notificationId: z.string().max(40).nullable() });

/** One, or with null all of the person's own. */
export const markRead = merchantAction(Which, async ({ ctx, merchantId }, { notificationId }) => {
  await markNotificationsRead(ctx, merchantId, notificationId);
  revalidatePath("/", "layout");
});

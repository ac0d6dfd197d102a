"use server";

import { revalidatePath } from "next/cache";
import {
  notificationPreferenceForm,
  toPreference,
} from "@/lib/contracts/notification-preference-form";
import { merchantAction } from "@/lib/http/action";
import { setNotificationPreference } from "@/lib/use-cases/notifications/set-notification-preference";

export const setPreference = merchantAction(
  notificationPreferenceForm,
  async ({ ctx, merchantId }, form) => {
    await setNotificationPreference(ctx, merchantId, toPreference(form));
    revalidatePath("/notifications/preferences");
  },
);

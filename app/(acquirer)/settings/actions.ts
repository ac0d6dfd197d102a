"use server";

import { revalidatePath } from "next/cache";
import { ChangeRef, SettingsWishForm } from "@/lib/contracts/settings-form";
import { action } from "@/lib/http/action";
import { changeSetting } from "@/lib/use-cases/settings/change-setting";
import { confirmSettingsChange } from "@/lib/use-cases/settings/confirm-settings-change";
import { declineSettingsChange } from "@/lib/use-cases/settings/decline-settings-change";
import { previewSetting } from "@/lib/use-cases/settings/preview-setting";
import { withdrawSettingsChange } from "@/lib/use-cases/settings/withdraw-settings-change";

// Templates and people wait for a second person in the same way, and times are told in the zone.
const refresh = () => revalidatePath("/", "layout");

export const preview = action(SettingsWishForm, ({ ctx }, wish) => previewSetting(ctx, wish));

export const change = action(SettingsWishForm, async ({ ctx }, wish) => {
  const outcome = await changeSetting(ctx, wish);
  refresh();
  return outcome;
});

export const confirmChange = action(ChangeRef, async ({ ctx }, { changeId }) => {
  await confirmSettingsChange(ctx, changeId);
  refresh();
});

export const declineChange = action(ChangeRef, async ({ ctx }, { changeId }) => {
  await declineSettingsChange(ctx, changeId);
  refresh();
});

export const withdrawChange = action(ChangeRef, async ({ ctx }, { changeId }) => {
  await withdrawSettingsChange(ctx, changeId);
  refresh();
});

"use server";

import { revalidatePath } from "next/cache";
import { merchantStatusForm, merchantSwitchForm } from "@/lib/contracts/merchant-forms";
import { action } from "@/lib/http/action";
import { setMerchantStatus } from "@/lib/use-cases/merchants/set-merchant-status";
import { setMerchantSwitch } from "@/lib/use-cases/merchants/set-merchant-switch";

export const setStatus = action(merchantStatusForm, async ({ ctx }, { merchantId, ...change }) => {
  await setMerchantStatus(ctx, merchantId, change);
  revalidatePath(`/merchants/${merchantId}`);
});

export const setSwitch = action(merchantSwitchForm, async ({ ctx }, { merchantId, ...change }) => {
  await setMerchantSwitch(ctx, merchantId, change);
  revalidatePath(`/merchants/${merchantId}`);
});

"use server";

import { revalidatePath } from "next/cache";
import {
  merchantRef,
  merchantStatusForm,
  merchantSwitchForm,
} from "@/lib/contracts/merchant-forms";
import { action } from "@/lib/http/action";
import { fillInLimits } from "@/lib/use-cases/limit-templates/fill-in-limits";
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

export const fillIn = action(merchantRef, async ({ ctx }, { merchantId }) => {
  const answer = await fillInLimits(ctx, merchantId);
  revalidatePath(`/merchants/${merchantId}`);
  return answer;
});

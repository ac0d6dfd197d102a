"use server";

import { revalidatePath } from "next/cache";
import { DecisionSent, QuestionSent, RequestRef } from "@/lib/contracts/decision-form";
import { action } from "@/lib/http/action";
import { askForInformation } from "@/lib/use-cases/limit-requests/ask-for-information";
import { claimLimitRequest } from "@/lib/use-cases/limit-requests/claim-limit-request";
import { decideLimitRequest } from "@/lib/use-cases/limit-requests/decide-limit-request";
import { releaseLimitRequest } from "@/lib/use-cases/limit-requests/release-limit-request";

const refresh = () => revalidatePath("/queue", "layout");

export const claim = action(RequestRef, async ({ ctx }, { merchantId, limitRequestId }) => {
  await claimLimitRequest(ctx, merchantId, limitRequestId);
  refresh();
});

export const release = action(RequestRef, async ({ ctx }, { merchantId, limitRequestId }) => {
  await releaseLimitRequest(ctx, merchantId, limitRequestId);
  refresh();
});

export const ask = action(QuestionSent, async ({ ctx }, { merchantId, ...asked }) => {
  await askForInformation(ctx, merchantId, asked);
  refresh();
});

export const decide = action(DecisionSent, async ({ ctx }, { merchantId, ...decision }) => {
  const outcome = await decideLimitRequest(ctx, merchantId, decision);
  refresh();
  return outcome;
});

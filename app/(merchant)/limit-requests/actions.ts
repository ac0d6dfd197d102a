"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { MerchantSession } from "@/lib/auth/session";
import { LimitRequestInput } from "@/lib/contracts/limit-request-form";
import { LimitSelection, SeenRequest, SeveralRequests } from "@/lib/contracts/several-requests";
import { merchantAction } from "@/lib/http/action";
import { limitSelectionOf } from "@/lib/http/limit-selection";
import { answerQuestion } from "@/lib/use-cases/limit-requests/answer-question";
import { listSelectedLimits } from "@/lib/use-cases/limit-requests/list-selected-limits";
import { previewSeveralRequests } from "@/lib/use-cases/limit-requests/preview-several-requests";
import { submitLimitRequest } from "@/lib/use-cases/limit-requests/submit-limit-request";
import { withdrawLimitRequest } from "@/lib/use-cases/limit-requests/withdraw-limit-request";

const Named = z.strictObject({ limitRequestId: z.string().max(40) });
const Answer = Named.extend({ answer: z.string().trim().min(1).max(2000) });

const ask = (
  { ctx, merchantId }: MerchantSession,
  { limitId, ...submission }: LimitRequestInput | SeenRequest,
) => submitLimitRequest(ctx, merchantId, { ...submission, target: { limitId } });

export const submit = merchantAction(LimitRequestInput, async (session, input) => {
  const request = await ask(session, input);
  redirect(`/limit-requests/${request.limitRequestId}`);
});

export const listSelected = merchantAction(LimitSelection, ({ ctx, merchantId }, kept) =>
  listSelectedLimits(ctx, merchantId, limitSelectionOf(kept)),
);

export const previewSeveral = merchantAction(SeveralRequests, ({ ctx, merchantId }, input) =>
  previewSeveralRequests(ctx, merchantId, input),
);

export const submitSeen = merchantAction(SeenRequest, async (session, input) => {
  const { limitRequestId, state, isTightening } = await ask(session, input);
  return { limitRequestId, state, isTightening };
});

export const withdraw = merchantAction(Named, async ({ ctx, merchantId }, { limitRequestId }) => {
  await withdrawLimitRequest(ctx, merchantId, limitRequestId);
  revalidatePath(`/limit-requests/${limitRequestId}`);
});

export const answer = merchantAction(Answer, async ({ ctx, merchantId }, input) => {
  await answerQuestion(ctx, merchantId, input);
  revalidatePath(`/limit-requests/${input.limitRequestId}`);
});

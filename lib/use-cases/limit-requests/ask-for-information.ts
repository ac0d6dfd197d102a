import "server-only";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import {
  getLimitRequestNow,
  requestNotification,
  setRequestStep,
} from "@/lib/data/limit-request-steps";
import { notifyOwners } from "@/lib/data/notifications";
import { requireAlone } from "@/lib/domain/limit-batches/require-alone";
import { deciderOf } from "@/lib/domain/limit-requests/decider";
import { reviewRefusal } from "@/lib/domain/limit-requests/four-eyes";
import { reviewedRequest } from "@/lib/domain/limit-requests/limit-request";
import { DecisionRefusedError, requireMove } from "@/lib/domain/limit-requests/require-move";
import { authorize } from "@/lib/use-cases/authorize";

/** Asks the merchant a question; unanswered for 14 days it ends the request. Asking claims it. */
export async function askForInformation(
  ctx: Ctx,
  merchantId: string,
  { limitRequestId, question }: { limitRequestId: string; question: string },
): Promise<void> {
  authorize(ctx, "limit_requests.claim", merchantId);
  const decider = deciderOf(ctx.actor);
  return withMerchant(ctx, merchantId, async (db) => {
    const request = await getLimitRequestNow(db, merchantId, ctx, limitRequestId);
    requireAlone(request);
    const refusal = reviewRefusal(reviewedRequest(request), decider);
    if (refusal) throw new DecisionRefusedError(refusal);
    const state = requireMove(request.state, "ask");
    const claim = { claimedByUserId: decider.userId, claimedByName: decider.name };
    const change = { ...claim, claimedAt: ctx.now(), state, question, answer: null };
    await setRequestStep(db, merchantId, ctx, request, {
      ...{ kind: "question_asked", note: question },
      change: { ...change, questionAskedAt: ctx.now() },
    });
    const notification = requestNotification("question_asked", request, { question });
    await notifyOwners(db, merchantId, ctx, notification);
    await recordAuditEvent(db, merchantId, ctx, {
      action: "limit_request.ask",
      subjectKind: "limit_request",
      subjectId: limitRequestId,
      before: { state: request.state },
      after: { state, question },
    });
  });
}

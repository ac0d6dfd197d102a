import "server-only";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import {
  getLimitRequestNow,
  requestNotification,
  setRequestStep,
} from "@/lib/data/limit-request-steps";
import { notifyUser } from "@/lib/data/notifications";
import { ACQUIRER } from "@/lib/domain/ids";
import { requireMove } from "@/lib/domain/limit-requests/require-move";
import { authorize } from "@/lib/use-cases/authorize";

/** Answers the reviewer's question; the request goes back to whoever asked. */
export async function answerQuestion(
  ctx: Ctx,
  merchantId: string,
  { limitRequestId, answer }: { limitRequestId: string; answer: string },
): Promise<void> {
  authorize(ctx, "limit_requests.answer", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const request = await getLimitRequestNow(db, merchantId, ctx, limitRequestId);
    const state = requireMove(request.state, "answer");
    await setRequestStep(db, merchantId, ctx, request, {
      ...{ kind: "question_answered", note: answer },
      change: { state, answer },
    });
    if (request.claimedBy) {
      const href = `/queue/${merchantId}/${limitRequestId}`;
      const notification = { ...requestNotification("question_answered", request), href };
      await notifyUser(db, ACQUIRER, ctx, request.claimedBy.userId, notification);
    }
    await recordAuditEvent(db, merchantId, ctx, {
      action: "limit_request.answer",
      subjectKind: "limit_request",
      subjectId: limitRequestId,
      before: { state: request.state, question: request.question },
      after: { state, answer },
    });
  });
}

import "server-only";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { getLimitRequestNow, setRequestStep } from "@/lib/data/limit-request-steps";
import { requireAlone } from "@/lib/domain/limit-batches/require-alone";
import { deciderOf } from "@/lib/domain/limit-requests/decider";
import { reviewRefusal } from "@/lib/domain/limit-requests/four-eyes";
import { reviewedRequest } from "@/lib/domain/limit-requests/limit-request";
import { DecisionRefusedError, requireMove } from "@/lib/domain/limit-requests/require-move";
import { authorize } from "@/lib/use-cases/authorize";

/** Takes a request to review; taking over from another person is allowed and seen. */
export async function claimLimitRequest(
  ctx: Ctx,
  merchantId: string,
  limitRequestId: string,
): Promise<void> {
  authorize(ctx, "limit_requests.claim", merchantId);
  const decider = deciderOf(ctx.actor);
  return withMerchant(ctx, merchantId, async (db) => {
    const request = await getLimitRequestNow(db, merchantId, ctx, limitRequestId);
    requireAlone(request);
    const refusal = reviewRefusal(reviewedRequest(request), decider);
    if (refusal) throw new DecisionRefusedError(refusal);
    if (request.claimedBy?.userId === decider.userId) return;
    const state = requireMove(request.state, "claim");
    const claim = { claimedByUserId: decider.userId, claimedByName: decider.name };
    const change = { ...claim, claimedAt: ctx.now(), state };
    await setRequestStep(db, merchantId, ctx, request, { kind: "claimed", change });
    await recordAuditEvent(db, merchantId, ctx, {
      action: "limit_request.claim",
      subjectKind: "limit_request",
      subjectId: limitRequestId,
      before: { state: request.state, claimed_by: request.claimedBy?.name ?? null },
      after: { state, claimed_by: decider.name },
    });
  });
}

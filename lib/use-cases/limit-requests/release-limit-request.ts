import "server-only";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { getLimitRequestNow, setRequestStep } from "@/lib/data/limit-request-steps";
import { ConflictError } from "@/lib/domain/errors";
import { deciderOf } from "@/lib/domain/limit-requests/decider";
import { requireMove } from "@/lib/domain/limit-requests/require-move";
import { authorize } from "@/lib/use-cases/authorize";

/** Puts a claimed request back for others; with a first approval or a question it stays in review. */
export async function releaseLimitRequest(
  ctx: Ctx,
  merchantId: string,
  limitRequestId: string,
): Promise<void> {
  authorize(ctx, "limit_requests.claim", merchantId);
  const { userId, name } = deciderOf(ctx.actor);
  return withMerchant(ctx, merchantId, async (db) => {
    const request = await getLimitRequestNow(db, merchantId, ctx, limitRequestId);
    if (request.claimedBy?.userId !== userId) {
      throw new ConflictError("You have not claimed this request.");
    }
    const staysInReview = request.approvals > 0 || request.state === "info_requested";
    const state = staysInReview ? request.state : requireMove(request.state, "release");
    const change = { claimedByUserId: null, claimedByName: null, claimedAt: null, state };
    await setRequestStep(db, merchantId, ctx, request, { kind: "released", change });
    await recordAuditEvent(db, merchantId, ctx, {
      action: "limit_request.release",
      subjectKind: "limit_request",
      subjectId: limitRequestId,
      before: { state: request.state, claimed_by: name },
      after: { state, claimed_by: null },
    });
  });
}

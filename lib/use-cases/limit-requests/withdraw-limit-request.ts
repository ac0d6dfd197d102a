import "server-only";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import {
  frozen,
  getLimitRequestNow,
  requestNotification,
  setRequestStep,
  type ZonedRequest,
} from "@/lib/data/limit-request-steps";
import { disableVersionOf, lockCounting } from "@/lib/data/limit-versions";
import { notifyOwners, notifyUser } from "@/lib/data/notifications";
import { ForbiddenError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { requireAlone } from "@/lib/domain/limit-batches/require-alone";
import { requireMove } from "@/lib/domain/limit-requests/require-move";
import { mayWithdraw } from "@/lib/domain/limit-requests/side";
import { authorize } from "@/lib/use-cases/authorize";

/** Takes an open request back; one already withdrawn stays as it is, a final one is a conflict. */
export async function withdrawLimitRequest(
  ctx: Ctx,
  merchantId: string,
  limitRequestId: string,
): Promise<ZonedRequest> {
  authorize(ctx, "limit_requests.withdraw", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    await lockCounting(db, merchantId);
    const request = await getLimitRequestNow(db, merchantId, ctx, limitRequestId);
    requireAlone(request);
    if (request.state === "withdrawn") return request;
    if (!mayWithdraw(ctx.actor, request)) throw new ForbiddenError();
    const state = requireMove(request.state, "withdraw");
    const change = { ...frozen(request), state, resolvedAt: ctx.now() };
    await setRequestStep(db, merchantId, ctx, request, { kind: "withdrawn", change });
    if (request.state === "scheduled") await disableVersionOf(db, merchantId, ctx, request);
    const notification = requestNotification("request_withdrawn", request);
    await notifyOwners(db, merchantId, ctx, notification);
    const reviewer = request.claimedBy?.userId;
    if (reviewer) {
      const href = `/queue/${merchantId}/${limitRequestId}`;
      await notifyUser(db, ACQUIRER, ctx, reviewer, { ...notification, href });
    }
    await recordAuditEvent(db, merchantId, ctx, {
      action: "limit_request.withdraw",
      subjectKind: "limit_request",
      subjectId: limitRequestId,
      before: { state: request.state },
      after: { state },
    });
    return getLimitRequestNow(db, merchantId, ctx, limitRequestId);
  });
}

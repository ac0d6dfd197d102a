import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { getLimitRequestNow, type ZonedRequest } from "@/lib/data/limit-request-steps";
import { listRequestEvents, type RequestEvent } from "@/lib/data/limit-requests";
import { isInBatch } from "@/lib/domain/limit-batches/require-alone";
import { mayWithdraw } from "@/lib/domain/limit-requests/side";
import { isOpen } from "@/lib/domain/limit-requests/request-state";
import { can } from "@/lib/domain/access/permissions";
import { authorize } from "@/lib/use-cases/authorize";

export type LimitRequestDetail = {
  request: ZonedRequest;
  events: RequestEvent[];
  mayWithdraw: boolean;
  mayAnswer: boolean;
};

/** One request with its timeline, and what the asker may do about it. */
export async function getLimitRequest(
  ctx: Ctx,
  merchantId: string,
  limitRequestId: string,
): Promise<LimitRequestDetail> {
  authorize(ctx, "limit_requests.read", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const request = await getLimitRequestNow(db, merchantId, ctx, limitRequestId);
    const events = await listRequestEvents(db, merchantId, limitRequestId);
    const mayAct = isOpen(request.state) && !isInBatch(request) && mayWithdraw(ctx.actor, request);
    return {
      ...{ request, events },
      mayWithdraw: mayAct && can(ctx.actor, "limit_requests.withdraw", merchantId),
      mayAnswer:
        request.state === "info_requested" && can(ctx.actor, "limit_requests.answer", merchantId),
    };
  });
}

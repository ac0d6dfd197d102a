import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer, withMerchant } from "@/lib/data/db";
import { findLimitRequest, listTurnedRequests } from "@/lib/data/limit-requests";
import { settleRequest } from "@/lib/data/settle-request";
import { ACQUIRER } from "@/lib/domain/ids";
import { authorize } from "@/lib/use-cases/authorize";

/**
 * Records what time did to requests since the last run: starts and ends that came, questions left
 * unanswered. Nothing waits for it. Answers how many it recorded.
 */
export async function settleLimitRequests(ctx: Ctx): Promise<number> {
  authorize(ctx, "limit_requests.settle", ACQUIRER);
  const turned = await withAcquirer(ctx, (db) => listTurnedRequests(db, ctx.now()));
  let settled = 0;
  for (const { merchantId, limitRequestId } of turned) {
    const isNew = await withMerchant(ctx, merchantId, async (db) => {
      const request = await findLimitRequest(db, merchantId, limitRequestId, ctx.now());
      return request !== null && (await settleRequest(db, merchantId, ctx, request));
    });
    if (isNew) settled++;
  }
  return settled;
}

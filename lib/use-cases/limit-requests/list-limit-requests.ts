import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listLimitRequests as listRows } from "@/lib/data/limit-requests";
import { type LimitRequest, requestAt } from "@/lib/domain/limit-requests/limit-request";
import { authorize } from "@/lib/use-cases/authorize";

export type LimitRequestQuery = {
  limit: number;
  /** The id of the last request of the page before. */
  before: string | null;
  limitIds?: readonly string[];
};

/** The merchant's requests, newest first; `next` is where the following page goes on. */
export async function listLimitRequests(
  ctx: Ctx,
  merchantId: string,
  query: LimitRequestQuery,
): Promise<{ requests: LimitRequest[]; next: string | null; timeZone: string }> {
  authorize(ctx, "limit_requests.read", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const { questionDays, timeZone } = await getAcquirerSettings(db);
    const found = await listRows(db, merchantId, query, ctx.now());
    const now = ctx.now().getTime();
    const requests = found.slice(0, query.limit).map((r) => requestAt(r, now, questionDays));
    const hasMore = found.length > query.limit;
    return { requests, next: hasMore ? (requests.at(-1)?.limitRequestId ?? null) : null, timeZone };
  });
}

import "server-only";
import { API_REQUEST_DAYS, type ApiRequest } from "@/lib/domain/api-requests";
import type { Page } from "@/lib/domain/page";
import { DAY_MS } from "@/lib/domain/zoned-time";
import { type ApiRequestPage, listApiRequests as readRequests } from "@/lib/data/api-requests";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { authorize } from "@/lib/use-cases/authorize";

/** What the merchant's keys asked of the API in the last days, newest first. */
export async function listApiRequests(
  ctx: Ctx,
  merchantId: string,
  page: ApiRequestPage,
): Promise<Page<ApiRequest>> {
  authorize(ctx, "api_requests.read", merchantId);
  const since = new Date(ctx.now().getTime() - API_REQUEST_DAYS * DAY_MS);
  return withMerchant(ctx, merchantId, (db) => readRequests(db, merchantId, { ...page, since }));
}

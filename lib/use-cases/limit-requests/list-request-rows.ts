import "server-only";
import type { Instant } from "@/lib/domain/instant";
import { type LimitRequest, requestAt } from "@/lib/domain/limit-requests/limit-request";
import { type Span, toSpan } from "@/lib/domain/page";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import {
  countRequests,
  listRequestRows as readPage,
  type RequestFilter,
  type RequestRowPage,
} from "@/lib/data/limit-request-rows";
import { authorize } from "@/lib/use-cases/authorize";

export type RequestRows = Span<LimitRequest> & { count: number; now: Instant; timeZone: string };

/** The merchant's requests as they stand now, by when they were made. */
export async function listRequestRows(
  ctx: Ctx,
  merchantId: string,
  filter: RequestFilter,
  page: RequestRowPage,
): Promise<RequestRows> {
  authorize(ctx, "limit_requests.read", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const { questionDays, timeZone } = await getAcquirerSettings(db);
    const moment = { at: ctx.now(), questionDays };
    const now = moment.at.getTime();
    const found = await readPage(db, merchantId, filter, page, moment);
    const requests = found.map((request) => requestAt(request, now, questionDays));
    const span = toSpan(requests, page, (row) => ({ value: "", id: row.limitRequestId }));
    const isCounted = page.counted ?? true;
    const count = isCounted ? await countRequests(db, merchantId, filter, moment) : 0;
    return { ...span, count, now, timeZone };
  });
}

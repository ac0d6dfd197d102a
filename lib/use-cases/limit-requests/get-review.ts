import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import {
  type DayOfUse,
  getSimilarLimits,
  listDaysOfUse,
  listDeclineCauses,
  listRefusedChecks,
  listRefusedSales,
  type SimilarLimits,
} from "@/lib/data/limit-evidence";
import { getLimitRequestNow } from "@/lib/data/limit-request-steps";
import { listLimitRequests, listRequestEvents, type RequestEvent } from "@/lib/data/limit-requests";
import { getReviewedMerchant, type ReviewedMerchant } from "@/lib/data/review-merchant";
import { businessDateAt } from "@/lib/domain/business-day";
import { complianceStatus, type ComplianceStatus } from "@/lib/domain/compliance";
import { ACQUIRER } from "@/lib/domain/ids";
import { AMOUNT_REASON_OF } from "@/lib/domain/limit-requests/amount-reason-of";
import {
  type LimitRequest,
  requestAt,
  reviewedRequest,
} from "@/lib/domain/limit-requests/limit-request";
import { deciderOf } from "@/lib/domain/limit-requests/decider";
import { mayDecide, type Offers } from "@/lib/domain/limit-requests/may-decide";
import { type RecordedRefusal, type Replay, replay } from "@/lib/domain/limit-requests/replay";
import { DAY_MS } from "@/lib/domain/zoned-time";
import { authorize } from "@/lib/use-cases/authorize";

/** How far back use and refusals are looked at. */
export const EVIDENCE_DAYS = 90;

/** Everything a decision needs, on one page. */
export type Review = {
  request: LimitRequest;
  events: RequestEvent[];
  offers: Offers;
  merchant: ReviewedMerchant;
  compliance: ComplianceStatus;
  use: { days: DayOfUse[]; firstDate: string; lastDate: string };
  replay: Replay;
  refusals: number;
  declines: { code: string; count: number }[];
  earlier: LimitRequest[];
  similar: SimilarLimits;
  now: number;
  timeZone: string;
};

const EARLIER = 20;
const NO_LIMIT = { maxAmountMinor: null, maxCount: null, minAmountMinor: null };

/** Charges refused because of this limit alone, by our checks or (as far as can be told) by the host. */
async function refusalsOf(db: Db, request: LimitRequest, from: Date): Promise<RecordedRefusal[]> {
  const { merchantId, window } = request;
  if (request.isNew) return [];
  const checks = await listRefusedChecks(db, merchantId, request, from);
  const reasonCode = AMOUNT_REASON_OF[window];
  if (!reasonCode) return checks;
  return [...checks, ...(await listRefusedSales(db, merchantId, request, { from, reasonCode }))];
}

async function evidence(db: Db, request: LimitRequest, now: Date) {
  const { merchantId, terminalId } = request;
  const from = new Date(now.getTime() - EVIDENCE_DAYS * DAY_MS);
  const refusals = await refusalsOf(db, request, from);
  return {
    days: await listDaysOfUse(db, merchantId, request, from),
    declines: await listDeclineCauses(db, merchantId, terminalId, from),
    similar: await getSimilarLimits(db, merchantId, request, now),
    replay: replay(refusals, request.requested),
    refusals: replay(refusals, NO_LIMIT).count,
  };
}

/** One request with all that is needed to decide it, for the acquirer's people. */
export async function getReview(
  ctx: Ctx,
  merchantId: string,
  limitRequestId: string,
): Promise<Review> {
  authorize(ctx, "limit_requests.read", ACQUIRER);
  const decider = deciderOf(ctx.actor);
  return withAcquirer(ctx, async (db) => {
    const now = ctx.now();
    const request = await getLimitRequestNow(db, merchantId, ctx, limitRequestId);
    const settings = await getAcquirerSettings(db);
    const { questionDays, dueSoonDays, timeZone } = settings;
    const merchant = await getReviewedMerchant(db, merchantId, request.terminalId);
    const { days, ...found } = await evidence(db, request, now);
    const page = { limit: EARLIER, before: limitRequestId };
    const earlier = await listLimitRequests(db, merchantId, page, now);
    const [first, last] = [now.getTime() - (EVIDENCE_DAYS - 1) * DAY_MS, now.getTime()];
    return {
      ...{ request, merchant, ...found, now: last, timeZone },
      events: await listRequestEvents(db, merchantId, limitRequestId),
      offers: mayDecide(reviewedRequest(request), decider),
      compliance: complianceStatus(merchant.requirements, request.terminalId, last, dueSoonDays),
      use: {
        days,
        firstDate: businessDateAt(first, settings),
        lastDate: businessDateAt(last, settings),
      },
      earlier: earlier.slice(0, EARLIER).map((r) => requestAt(r, last, questionDays)),
    };
  });
}

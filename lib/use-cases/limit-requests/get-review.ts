import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import {
  getSimilarLimits,
  listCountedDays,
  listDeclineCauses,
  listRefusedChecks,
  listRefusedSales,
} from "@/lib/data/limit-evidence";
import { getLimitRequestNow } from "@/lib/data/limit-request-steps";
import { listLimitRequests, listRequestEvents } from "@/lib/data/limit-requests";
import { getReviewedMerchant } from "@/lib/data/review-merchant";
import type { CutOver } from "@/lib/domain/business-day";
import { complianceStatus } from "@/lib/domain/compliance";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Instant } from "@/lib/domain/instant";
import { isInBatch } from "@/lib/domain/limit-batches/require-alone";
import { AMOUNT_REASON_OF } from "@/lib/domain/limit-requests/amount-reason-of";
import { deciderOf } from "@/lib/domain/limit-requests/decider";
import { standingProposal } from "@/lib/domain/limit-requests/four-eyes";
import {
  type LimitRequest,
  requestAt,
  reviewedRequest,
} from "@/lib/domain/limit-requests/limit-request";
import { mayDecide, nothingAlone } from "@/lib/domain/limit-requests/may-decide";
import { type RecordedRefusal, replay, withoutRetries } from "@/lib/domain/limit-requests/replay";
import type { Evidence, Review } from "@/lib/domain/limit-requests/review";
import { reviewDays } from "@/lib/domain/limit-requests/review-days";
import { DAY_MS } from "@/lib/domain/zoned-time";
import { authorize } from "@/lib/use-cases/authorize";

/** How far back use and refusals are looked at. */
const EVIDENCE_DAYS = 90;

/** A month that began before those days counts from its first. */
const MONTH_DAYS = 31;

const EARLIER = 20;

/** Charges refused because of this limit alone, by our checks or (as far as can be told) by the host. */
async function refusalsOf(db: Db, request: LimitRequest, from: Date): Promise<RecordedRefusal[]> {
  const { merchantId, window } = request;
  if (request.isNew) return [];
  const checks = await listRefusedChecks(db, merchantId, request, from);
  const reasonCode = AMOUNT_REASON_OF[window];
  if (!reasonCode) return checks;
  return [...checks, ...(await listRefusedSales(db, merchantId, request, { from, reasonCode }))];
}

async function evidenceOf(
  db: Db,
  request: LimitRequest,
  now: Instant,
  cutOver: CutOver,
): Promise<Evidence> {
  const { merchantId, terminalId, window } = request;
  const from = new Date(now - EVIDENCE_DAYS * DAY_MS);
  const monthsFrom = new Date(from.getTime() - MONTH_DAYS * DAY_MS);
  const refusals = withoutRetries(await refusalsOf(db, request, from));
  const counted = await listCountedDays(db, merchantId, request, monthsFrom);
  const refusedAt = refusals.map((refusal) => refusal.at);
  return {
    days: reviewDays(counted, refusedAt, { window, days: EVIDENCE_DAYS, now, cutOver }),
    refusals: refusals.length,
    replay: replay(refusals, request.requested),
    declines: await listDeclineCauses(db, merchantId, terminalId, from),
    similar: await getSimilarLimits(db, merchantId, request, new Date(now)),
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
    const now = ctx.now().getTime();
    const request = await getLimitRequestNow(db, merchantId, ctx, limitRequestId);
    const settings = await getAcquirerSettings(db);
    const { questionDays, dueSoonDays, timeZone, cutOverTime } = settings;
    const merchant = await getReviewedMerchant(db, merchantId, request.terminalId);
    const page = { limit: EARLIER, before: limitRequestId };
    const earlier = await listLimitRequests(db, merchantId, page, ctx.now());
    return {
      ...{ request, merchant, now, cutOver: { timeZone, cutOverTime } },
      ...{ dueSoonDays, questionDays },
      evidence: await evidenceOf(db, request, now, settings),
      events: await listRequestEvents(db, merchantId, limitRequestId),
      reader: {
        userId: decider.userId,
        offers: isInBatch(request) ? nothingAlone() : mayDecide(reviewedRequest(request), decider),
      },
      standing: standingProposal(reviewedRequest(request)),
      compliance: complianceStatus(merchant.requirements, request.terminalId, now, dueSoonDays),
      earlier: earlier.slice(0, EARLIER).map((one) => requestAt(one, now, questionDays)),
    };
  });
}

import "server-only";
import { getAcquirerSettings, listFourEyesThresholds } from "@/lib/data/acquirer-settings";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { limitKeyText } from "@/lib/data/limit-imports";
import { type LimitHistory, listLimitHistories } from "@/lib/data/limit-versions";
import { findOpenRequests } from "@/lib/data/many-requests";
import { can } from "@/lib/domain/access/permissions";
import { ForbiddenError } from "@/lib/domain/errors";
import { requestAt } from "@/lib/domain/limit-requests/limit-request";
import { planRequest, type RequestPlan } from "@/lib/domain/limit-requests/plan-request";
import { isOpen } from "@/lib/domain/limit-requests/request-state";
import type { SharedChange } from "@/lib/domain/limit-requests/shared-change";
import { authorize } from "@/lib/use-cases/authorize";

/** The request in the way of another one, by limit; one whose time is over is in nobody's way. */
async function requestsInTheWay(
  db: Db,
  merchantId: string,
  limits: readonly LimitHistory[],
  { at, questionDays }: { at: Date; questionDays: number },
): Promise<(limit: LimitHistory) => string | null> {
  const keys = limits.map(({ naturalKey }) => ({ merchantId, naturalKey }));
  const found = await findOpenRequests(db, keys, at);
  return ({ naturalKey }) => {
    const open = found.get(limitKeyText({ merchantId, naturalKey }));
    const isInTheWay = open && isOpen(requestAt(open, at.getTime(), questionDays).state);
    return isInTheWay ? open.limitRequestId : null;
  };
}

/** What asking for one change of several limits would do to each, in the order they are named; asks nothing. */
export async function previewSeveralRequests(
  ctx: Ctx,
  merchantId: string,
  { limitIds, change }: { limitIds: readonly string[]; change: SharedChange },
): Promise<RequestPlan[]> {
  authorize(ctx, "limits.read", merchantId);
  if (!can(ctx.actor, "limit_requests.submit", merchantId)) throw new ForbiddenError();
  return withMerchant(ctx, merchantId, async (db) => {
    const at = ctx.now();
    const { warnPercent, questionDays } = await getAcquirerSettings(db);
    const thresholds = await listFourEyesThresholds(db);
    const limits = await listLimitHistories(db, merchantId, limitIds);
    const openRequestOf = await requestsInTheWay(db, merchantId, limits, { at, questionDays });
    return limitIds.map((limitId): RequestPlan => {
      const limit = limits.find((one) => one.limitId === limitId);
      if (!limit) return { limitId, ok: false, code: "gone", openRequestId: null };
      const thresholdMinor =
        thresholds.find(
          ({ window, currency }) => window === limit.window && currency === limit.currency,
        )?.maxAmountMinor ?? null;
      const context = { now: at.getTime(), warnPercent, thresholdMinor };
      return planRequest({ limit, openRequestId: openRequestOf(limit), context }, change);
    });
  });
}

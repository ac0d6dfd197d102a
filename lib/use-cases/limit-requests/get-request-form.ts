import "server-only";
import { getAcquirerSettings, getFourEyesThreshold } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listPendingRequests } from "@/lib/data/limit-requests";
import { findLimitHistory } from "@/lib/data/limit-versions";
import type { CutOver } from "@/lib/domain/business-day";
import { NotFoundError } from "@/lib/domain/errors";
import type { Instant } from "@/lib/domain/instant";
import type { DecisionTime } from "@/lib/domain/limit-requests/due-at";
import { valuesInForce } from "@/lib/domain/limit-requests/proposed-change";
import type { LimitIdentity, LimitValues, LimitVersion } from "@/lib/domain/limits/limit";
import { authorize } from "@/lib/use-cases/authorize";

/** A limit with all that tells what asking for a change of it would do. */
export type RequestFormData = {
  limit: LimitIdentity & { versions: LimitVersion[] };
  current: LimitValues;
  /** The request that is in the way of another one. */
  openRequestId: string | null;
  thresholdMinor: number | null;
  warnPercent: number;
  decisionTime: DecisionTime;
  cutOver: CutOver;
  now: Instant;
};

/** What the form for a change of a limit needs. */
export async function getRequestForm(
  ctx: Ctx,
  merchantId: string,
  limitId: string,
): Promise<RequestFormData> {
  authorize(ctx, "limits.read", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const history = await findLimitHistory(db, merchantId, limitId);
    if (!history) throw new NotFoundError();
    const settings = await getAcquirerSettings(db);
    const pending = await listPendingRequests(db, merchantId, [limitId], ctx.now());
    const now = ctx.now().getTime();
    const { timeZone, cutOverTime, warnPercent, decisionHours } = settings;
    const { officeFrom, officeTo, officeDays } = settings;
    const decisionTime = { decisionHours, officeFrom, officeTo, officeDays, timeZone };
    return {
      limit: history,
      current: valuesInForce(history.versions, now),
      openRequestId: pending.get(limitId)?.limitRequestId ?? null,
      thresholdMinor: await getFourEyesThreshold(db, history.window, history.currency),
      ...{ warnPercent, decisionTime, cutOver: { timeZone, cutOverTime }, now },
    };
  });
}

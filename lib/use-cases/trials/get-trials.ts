import "server-only";
import { viewLimit } from "@/lib/domain/limits/limit-view";
import type { Trials } from "@/lib/domain/trials";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listLatestTrials, listLimitsInUse } from "@/lib/data/trials";
import { authorize } from "@/lib/use-cases/authorize";

const MOST_LIMITS = 12;
const MOST_EVENTS = 30;

/** What the merchant's keys made for testing count and did lately. */
export async function getTrials(ctx: Ctx, merchantId: string): Promise<Trials> {
  authorize(ctx, "test_data.read", merchantId);
  const at = ctx.now();
  return withMerchant({ ...ctx, mode: "test" }, merchantId, async (db) => {
    const settings = await getAcquirerSettings(db);
    const states = await listLimitsInUse(db, merchantId, { at, limit: MOST_LIMITS });
    const limits = states.flatMap((state) => {
      const view = viewLimit(state, at.getTime(), settings);
      return view ? [{ ...view, pendingRequestId: null }] : [];
    });
    const latest = await listLatestTrials(db, merchantId, { at, limit: MOST_EVENTS });
    return { limits, latest, now: at.getTime(), timeZone: settings.timeZone };
  });
}

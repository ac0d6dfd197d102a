import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import { authorize } from "@/lib/use-cases/authorize";

/** The moment, and the zone in which the acquirer tells times and begins days. */
export type AcquirerClock = CutOver & { now: Instant };

export function getAcquirerClock(ctx: Ctx, merchantId: string): Promise<AcquirerClock> {
  authorize(ctx, "merchants.read", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const { timeZone, cutOverTime } = await getAcquirerSettings(db);
    return { timeZone, cutOverTime, now: ctx.now().getTime() };
  });
}

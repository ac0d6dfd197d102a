import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { authorize } from "@/lib/use-cases/authorize";

/** What the acquirer promises its merchants, and expects of them, about limit requests. */
export type AcquirerTerms = { decisionHours: number; questionDays: number };

export function getAcquirerTerms(ctx: Ctx, merchantId: string): Promise<AcquirerTerms> {
  authorize(ctx, "merchants.read", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const { decisionHours, questionDays } = await getAcquirerSettings(db);
    return { decisionHours, questionDays };
  });
}

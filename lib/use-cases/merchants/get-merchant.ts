import "server-only";
import { NotFoundError } from "@/lib/domain/errors";
import type { Merchant, SwitchPeriod } from "@/lib/domain/merchants";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listSwitchPeriods } from "@/lib/data/merchant-controls";
import { findMerchant } from "@/lib/data/merchants";
import { authorize } from "@/lib/use-cases/authorize";

export type MerchantDetail = {
  merchant: Merchant;
  /** Both switches with their history, the newest period first. */
  switches: SwitchPeriod[];
};

/** One merchant with its status and switches. */
export async function getMerchant(ctx: Ctx, merchantId: string): Promise<MerchantDetail> {
  authorize(ctx, "merchants.read", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const merchant = await findMerchant(db, merchantId);
    if (!merchant) throw new NotFoundError();
    return { merchant, switches: await listSwitchPeriods(db, merchantId) };
  });
}

import "server-only";
import type { OwnMerchant } from "@/lib/domain/merchants";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { findMerchant } from "@/lib/data/merchants";
import { authorize } from "@/lib/use-cases/authorize";

/** The merchants a person belongs to, as they are named in the portal, in the order given. */
export async function listOwnMerchants(
  ctx: Ctx,
  merchantIds: readonly string[],
): Promise<OwnMerchant[]> {
  const own: OwnMerchant[] = [];
  for (const merchantId of merchantIds) {
    authorize(ctx, "merchants.read", merchantId);
    const merchant = await withMerchant(ctx, merchantId, (db) => findMerchant(db, merchantId));
    if (merchant) own.push({ merchantId, tradingName: merchant.tradingName });
  }
  return own;
}

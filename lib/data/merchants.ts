import "server-only";
import type { MerchantStatus } from "@/lib/domain/limit-check/snapshot";
import type { Merchant, MerchantTier } from "@/lib/domain/merchants";
import type { Db } from "@/lib/data/ctx";
import type { Merchant as MerchantRow } from "@/lib/data/generated/client";

export const toMerchant = (row: MerchantRow): Merchant => ({
  merchantId: row.merchantId,
  legalName: row.legalName,
  tradingName: row.tradingName,
  mcc: row.mcc,
  tier: row.tier as MerchantTier,
  currency: row.currency,
  timeZone: row.timeZone,
  status: row.status as MerchantStatus,
  statusReason: row.statusReason,
  statusSince: row.statusSince.getTime(),
  statusBy: row.statusBy,
  riskRating: row.riskRating as Merchant["riskRating"],
  riskRatedAt: row.riskRatedAt?.getTime() ?? null,
  version: row.version,
  createdAt: row.createdAt.getTime(),
});

export async function findMerchant(db: Db, merchantId: string): Promise<Merchant | null> {
  const row = await db.merchant.findUnique({ where: { merchantId } });
  return row && toMerchant(row);
}

/** Lets nobody change the merchant until this transaction ends; limits may be made for it. */
export async function lockMerchant(db: Db, merchantId: string): Promise<void> {
  await db.$queryRaw`select from merchants where merchant_id = ${merchantId} for no key update`;
}

/** Sets the status when the version is still the one seen; false means the race was lost. */
export async function setMerchantStatus(
  db: Db,
  merchantId: string,
  seenVersion: number,
  change: { status: MerchantStatus; reason: string | null; by: string; at: Date },
): Promise<boolean> {
  const { count } = await db.merchant.updateMany({
    where: { merchantId, version: seenVersion },
    data: {
      status: change.status,
      statusReason: change.reason,
      statusSince: change.at,
      statusBy: change.by,
      version: { increment: 1 },
    },
  });
  return count === 1;
}

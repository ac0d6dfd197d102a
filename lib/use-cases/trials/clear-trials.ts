import "server-only";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { clearTrials as clear } from "@/lib/data/upkeep";
import { authorize } from "@/lib/use-cases/authorize";

const AT_ONCE = 5_000;

/**
 * Takes back everything the merchant's keys made for testing have done, a part in each transaction; what they do
 * meanwhile may stay.
 */
export async function clearTrials(ctx: Ctx, merchantId: string): Promise<void> {
  authorize(ctx, "test_data.clear", merchantId);
  const testing = { ...ctx, mode: "test" } as const;
  for (let cleared = AT_ONCE; cleared >= AT_ONCE;) {
    cleared = await withMerchant(testing, merchantId, (db) => clear(db, { merchantId }, AT_ONCE));
  }
  await withMerchant(ctx, merchantId, (db) =>
    recordAuditEvent(db, merchantId, ctx, {
      ...{ action: "test_data.clear", subjectKind: "merchant", subjectId: merchantId },
    }),
  );
}

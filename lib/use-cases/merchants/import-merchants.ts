import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import {
  askedOfMerchant,
  changeOf,
  type ImportCounts,
  type ImportOptions,
  ImportRefused,
  lacksReason,
  merchantOf,
  type MerchantRow,
  type RegisteredMerchant,
} from "@/lib/domain/registry";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { putMerchants } from "@/lib/data/merchant-imports";
import { findMerchants } from "@/lib/data/registry";
import { authorize } from "@/lib/use-cases/authorize";

const NO_REASON = "status_reason: a change of status needs a reason";

/**
 * Sets merchants up by MID, all of them or none: new ones with both switches on, known ones as the row
 * says; a row that changes nothing leaves no trace. For the operator: applied directly and audited.
 */
export async function importMerchants(
  ctx: Ctx,
  rows: readonly MerchantRow[],
  { checkOnly = false }: ImportOptions = {},
): Promise<ImportCounts> {
  authorize(ctx, "registry.import", ACQUIRER);
  return withAcquirer(ctx, async (db) => {
    const merchantIds = rows.map((row) => row.merchantId);
    const known = await findMerchants(db, merchantIds);
    const fresh = rows.filter((row) => !known.has(row.merchantId)).map(merchantOf);
    const faults = rows.flatMap((row, index) => {
      const merchant = known.get(row.merchantId);
      return merchant && lacksReason(row, merchant) ? [{ index, detail: NO_REASON }] : [];
    });
    if (faults.length > 0 || checkOnly) throw new ImportRefused(faults);
    const changes = rows.flatMap((row) => {
      const merchant = known.get(row.merchantId);
      return (
        (merchant && changeOf<RegisteredMerchant>(askedOfMerchant(row, merchant), merchant)) ?? []
      );
    });
    await putMerchants(db, ctx, { fresh, changes });
    const unchanged = rows.length - fresh.length - changes.length;
    return { created: fresh.length, updated: changes.length, unchanged };
  });
}

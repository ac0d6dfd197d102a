import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import { type Span, toSpan } from "@/lib/domain/page";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import {
  type MerchantFilter,
  type MerchantPage,
  type MerchantSummary,
  searchMerchants as findPage,
} from "@/lib/data/merchant-search";
import { authorize } from "@/lib/use-cases/authorize";

export type FoundMerchants = Span<MerchantSummary> & { total: number; timeZone: string };

/** Merchants by MID, name, TID or serial number, for the acquirer's people; total counted to 10,001. */
export async function searchMerchants(
  ctx: Ctx,
  filter: MerchantFilter,
  page: MerchantPage,
): Promise<FoundMerchants> {
  authorize(ctx, "merchants.search", ACQUIRER);
  return withAcquirer(ctx, async (db) => {
    const { rows, total } = await findPage(db, filter, page);
    const place = (row: MerchantSummary) => ({
      value: page.sort === "merchant" ? row.tradingName : "",
      id: row.merchantId,
    });
    const { timeZone } = await getAcquirerSettings(db);
    return { ...toSpan(rows, page, place), total, timeZone };
  });
}

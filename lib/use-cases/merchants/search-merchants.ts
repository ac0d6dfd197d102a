import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Page } from "@/lib/domain/page";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import {
  countMerchants,
  searchMerchants as findPage,
  type MerchantFilter,
  type MerchantSummary,
} from "@/lib/data/merchants";
import { authorize } from "@/lib/use-cases/authorize";

/** Merchants by MID, name, TID or serial number, for the acquirer's people; total counted to 10,001. */
export async function searchMerchants(
  ctx: Ctx,
  filter: MerchantFilter,
  page: { limit: number; after: string | null },
): Promise<Page<MerchantSummary> & { total: number }> {
  authorize(ctx, "merchants.search", ACQUIRER);
  return withAcquirer(ctx, async (db) => ({
    ...(await findPage(db, filter, page)),
    total: await countMerchants(db, filter),
  }));
}

import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer, withMerchant } from "@/lib/data/db";
import {
  findMerchantsAnywhere,
  findOwnRequests,
  findOwnTerminals,
  findRequestsAnywhere,
  findTerminalsAnywhere,
} from "@/lib/data/search";
import { ACQUIRER } from "@/lib/domain/ids";
import { type FoundRecord, SEARCH_MIN_LENGTH } from "@/lib/domain/search/found-record";
import { authorize } from "@/lib/use-cases/authorize";

/** Of each kind, as many as a list that is read at a glance can hold. */
const MOST = 6;

/**
 * Merchants, terminals and limit requests by what people call them: the acquirer's people search all,
 * a merchant's its own alone. Fewer than two characters find nothing.
 */
export async function searchRecords(
  ctx: Ctx,
  merchantId: string,
  text: string,
): Promise<FoundRecord[]> {
  const isAcquirer = merchantId === ACQUIRER;
  authorize(ctx, isAcquirer ? "merchants.search" : "terminals.read", merchantId);
  if ([...text].length < SEARCH_MIN_LENGTH) return [];
  if (isAcquirer) {
    return withAcquirer(ctx, async (db) => [
      ...(await findMerchantsAnywhere(db, text, MOST)),
      ...(await findTerminalsAnywhere(db, text, MOST)),
      ...(await findRequestsAnywhere(db, text, MOST)),
    ]);
  }
  return withMerchant(ctx, merchantId, async (db) => [
    ...(await findOwnTerminals(db, merchantId, text, MOST)),
    ...(await findOwnRequests(db, merchantId, text, MOST)),
  ]);
}

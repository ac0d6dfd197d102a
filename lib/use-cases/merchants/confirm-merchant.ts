import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { findMerchant } from "@/lib/data/merchants";
import { NotFoundError } from "@/lib/domain/errors";
import { authorizeReach } from "@/lib/use-cases/authorize";

// A merchant is never deleted, so one that was seen once need not be looked for again.
const seen = new Set<string>();
const MOST_SEEN = 100_000;

/** Throws unless the merchant an acquirer's key named exists. */
export async function confirmMerchant(ctx: Ctx, merchantId: string): Promise<void> {
  authorizeReach(ctx, merchantId);
  if (seen.has(merchantId)) return;
  if (!(await withMerchant(ctx, merchantId, (db) => findMerchant(db, merchantId)))) {
    throw new NotFoundError();
  }
  if (seen.size >= MOST_SEEN) seen.clear();
  seen.add(merchantId);
}

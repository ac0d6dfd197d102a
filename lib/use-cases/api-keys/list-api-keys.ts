import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { listApiKeys as readApiKeys } from "@/lib/data/api-keys";
import { withMerchant } from "@/lib/data/db";
import type { ApiKeyEntry } from "@/lib/domain/access/api-key";
import { authorize } from "@/lib/use-cases/authorize";

const MOST = 200;

/** The keys of a merchant, or of the acquirer; those in force first. */
export async function listApiKeys(ctx: Ctx, merchantId: string): Promise<ApiKeyEntry[]> {
  authorize(ctx, "keys.read", merchantId);
  return withMerchant(ctx, merchantId, (db) => readApiKeys(db, merchantId, MOST));
}

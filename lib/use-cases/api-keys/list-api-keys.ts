import "server-only";
import { listApiKeyRecords, type ApiKeyRecord } from "@/lib/data/api-keys";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { authorize } from "@/lib/use-cases/authorize";

/** The keys of a merchant or of the acquirer, revoked ones too, newest first. */
export function listApiKeys(ctx: Ctx, merchantId: string): Promise<ApiKeyRecord[]> {
  authorize(ctx, "keys.manage", merchantId);
  return withMerchant(ctx, merchantId, (db) => listApiKeyRecords(db, merchantId));
}

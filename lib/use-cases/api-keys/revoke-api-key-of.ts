import "server-only";
import { findApiKeyRecord, setApiKeyRevoked } from "@/lib/data/api-keys";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { NotFoundError } from "@/lib/domain/errors";
import { authorize } from "@/lib/use-cases/authorize";

/** Revokes a key of this merchant, or of the acquirer; it is refused within 2 seconds. Twice is once. */
export async function revokeApiKeyOf(ctx: Ctx, merchantId: string, keyId: string): Promise<void> {
  authorize(ctx, "keys.manage", merchantId);
  await withMerchant(ctx, merchantId, async (db) => {
    const found = await findApiKeyRecord(db, keyId);
    if (!found || found.merchantId !== merchantId) throw new NotFoundError();
    if (!(await setApiKeyRevoked(db, merchantId, keyId, ctx.now()))) return;
    await recordAuditEvent(db, merchantId, ctx, {
      action: "api_key.revoke",
      subjectKind: "api_key",
      subjectId: keyId,
      before: { name: found.name, scopes: found.scopes },
    });
  });
}

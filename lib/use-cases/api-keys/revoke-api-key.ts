import "server-only";
import { recordAuditEvent } from "@/lib/data/audit-events";
import { findApiKeyRecord, setApiKeyRevoked } from "@/lib/data/api-keys";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { authorize } from "@/lib/use-cases/authorize";

/** Revokes a key named by its id or by itself; it is refused within 2 seconds. Twice is once. */
export async function revokeApiKey(ctx: Ctx, idOrKey: string): Promise<{ keyId: string }> {
  authorize(ctx, "keys.manage", ACQUIRER);
  return withAcquirer(ctx, async (db) => {
    const found = await findApiKeyRecord(db, idOrKey);
    if (!found) throw new NotFoundError("There is no such key.");
    const { merchantId, keyId, name, scopes } = found;
    if (await setApiKeyRevoked(db, merchantId, keyId, ctx.now())) {
      await recordAuditEvent(db, merchantId, ctx, {
        action: "api_key.revoke",
        subjectKind: "api_key",
        subjectId: keyId,
        before: { name, scopes },
      });
    }
    return { keyId };
  });
}

import "server-only";
import { findRecordedCheck, type RecordedCheck } from "@/lib/data/checks";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { NotFoundError } from "@/lib/domain/errors";
import { authorize } from "@/lib/use-cases/authorize";

/** A check as it was answered; readable within 2 seconds of its answer. */
export async function getCheck(
  ctx: Ctx,
  merchantId: string,
  checkId: string,
): Promise<RecordedCheck> {
  authorize(ctx, "checks.read", merchantId);
  const found = await withMerchant(ctx, merchantId, (db) =>
    findRecordedCheck(db, merchantId, checkId),
  );
  if (!found) throw new NotFoundError();
  return found;
}

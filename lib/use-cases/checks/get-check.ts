import "server-only";
import { findRecordedCheck, type RecordedCheck, type ToMerchant } from "@/lib/data/checks";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listExpectedCodes } from "@/lib/data/response-codes";
import { audienceOf } from "@/lib/domain/access/audience";
import { NotFoundError } from "@/lib/domain/errors";
import { authorize } from "@/lib/use-cases/authorize";

export type { ToMerchant };

/** A check as it was answered, to a merchant as it may be told; readable within 2 seconds. */
export async function getCheck(
  ctx: Ctx,
  merchantId: string,
  checkId: string,
  toMerchant: ToMerchant,
): Promise<RecordedCheck> {
  authorize(ctx, "checks.read", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const found = await findRecordedCheck(db, merchantId, checkId);
    if (!found) throw new NotFoundError();
    if (audienceOf(ctx.actor) === "acquirer") return found;
    const codes = await listExpectedCodes(db, "TERMINAL_NOT_FOUND");
    return { ...found, answer: toMerchant(found.answer, codes) };
  });
}

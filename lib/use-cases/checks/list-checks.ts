import "server-only";
import { listRecordedChecks, type RecordedCheck, type ToMerchant } from "@/lib/data/checks";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listExpectedCodes } from "@/lib/data/response-codes";
import { audienceOf } from "@/lib/domain/access/audience";
import { toPage, type Page } from "@/lib/domain/page";
import { authorize } from "@/lib/use-cases/authorize";

/**
 * The checks of a merchant or of one of its terminals, newest first, to a merchant as they may be told;
 * `before` is an id.
 */
export async function listChecks(
  ctx: Ctx,
  merchantId: string,
  page: { terminalId?: string; before?: string; limit: number },
  toMerchant: ToMerchant,
): Promise<Page<RecordedCheck>> {
  authorize(ctx, "checks.read", merchantId);
  const oneMore = { ...page, limit: page.limit + 1 };
  return withMerchant(ctx, merchantId, async (db) => {
    const found = await listRecordedChecks(db, merchantId, oneMore);
    const shown = toPage(found, page.limit, (check) => check.checkId);
    if (audienceOf(ctx.actor) === "acquirer") return shown;
    const codes = await listExpectedCodes(db, "TERMINAL_NOT_FOUND");
    const rows = shown.rows.map((row) => ({ ...row, answer: toMerchant(row.answer, codes) }));
    return { ...shown, rows };
  });
}

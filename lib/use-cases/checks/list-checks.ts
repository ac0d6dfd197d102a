import "server-only";
import { listRecordedChecks, type RecordedCheck } from "@/lib/data/checks";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { toPage, type Page } from "@/lib/domain/page";
import { authorize } from "@/lib/use-cases/authorize";

/** The checks of a merchant or of one of its terminals, newest first; `before` is an id. */
export async function listChecks(
  ctx: Ctx,
  merchantId: string,
  page: { terminalId?: string; before?: string; limit: number },
): Promise<Page<RecordedCheck>> {
  authorize(ctx, "checks.read", merchantId);
  const oneMore = { ...page, limit: page.limit + 1 };
  const found = await withMerchant(ctx, merchantId, (db) =>
    listRecordedChecks(db, merchantId, oneMore),
  );
  return toPage(found, page.limit, (check) => check.checkId);
}

import "server-only";
import { type ListedLimit, viewLimit } from "@/lib/domain/limits/limit-view";
import { type Page, toPage } from "@/lib/domain/page";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listPendingRequests } from "@/lib/data/limit-requests";
import { type LimitFilter, listLimitStates } from "@/lib/data/limits";
import { authorize } from "@/lib/use-cases/authorize";

/** A merchant's limits in force or scheduled, the newest first. */
export async function listLimits(
  ctx: Ctx,
  merchantId: string,
  filter: LimitFilter,
  page: { limit: number; after: string | null },
): Promise<Page<ListedLimit> & { timeZone: string }> {
  authorize(ctx, "limits.read", merchantId);
  const at = ctx.now();
  return withMerchant(ctx, merchantId, async (db) => {
    const settings = await getAcquirerSettings(db);
    const wanted = { ...page, limit: page.limit + 1, at };
    const states = await listLimitStates(db, merchantId, filter, wanted);
    const ids = states.map(({ limitId }) => limitId);
    const pending = await listPendingRequests(db, merchantId, ids, at);
    const views = states.flatMap((state): ListedLimit[] => {
      const view = viewLimit(state, at.getTime(), settings);
      const pendingRequestId = pending.get(state.limitId)?.limitRequestId ?? null;
      return view ? [{ ...view, pendingRequestId }] : [];
    });
    return { ...toPage(views, page.limit, (view) => view.limitId), timeZone: settings.timeZone };
  });
}

import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { type LimitRowFilter, listLimitStates } from "@/lib/data/limit-rows";
import { listLimitHistories } from "@/lib/data/limit-versions";
import { can } from "@/lib/domain/access/permissions";
import { cutOverOf } from "@/lib/domain/business-day";
import { ForbiddenError } from "@/lib/domain/errors";
import { valuesInForce } from "@/lib/domain/limit-requests/proposed-change";
import type { SelectedLimits } from "@/lib/domain/limit-requests/selected-limits";
import { MOST_ASKED_TOGETHER } from "@/lib/domain/limit-requests/shared-change";
import { authorize } from "@/lib/use-cases/authorize";

/** Limits ticked one by one, or all that the list finds. */
export type LimitSelection = { limitIds: readonly string[] } | { filter: LimitRowFilter };

async function idsOf(db: Db, merchantId: string, selection: LimitSelection, at: Date) {
  if ("limitIds" in selection) return selection.limitIds;
  const most = MOST_ASKED_TOGETHER + 1;
  const found = await listLimitStates(db, merchantId, selection.filter, at, most);
  return found.map(({ limitId }) => limitId);
}

/** The selected limits as they stand; those that are gone or another merchant's are left out. */
export async function listSelectedLimits(
  ctx: Ctx,
  merchantId: string,
  selection: LimitSelection,
): Promise<SelectedLimits> {
  authorize(ctx, "limits.read", merchantId);
  if (!can(ctx.actor, "limit_requests.submit", merchantId)) throw new ForbiddenError();
  return withMerchant(ctx, merchantId, async (db) => {
    const at = ctx.now();
    const now = at.getTime();
    const cutOver = cutOverOf(await getAcquirerSettings(db));
    const ids = await idsOf(db, merchantId, selection, at);
    const isTooMany = ids.length > MOST_ASKED_TOGETHER;
    const found = isTooMany ? [] : await listLimitHistories(db, merchantId, ids);
    const limits = found.map(({ limitId, scope, store, terminalId, versions, ...limit }) => {
      const { window, windowSeconds, currency, filters, terminalName } = limit;
      const identity = { limitId, scope, store, terminalId, window, windowSeconds };
      const current = valuesInForce(versions, now);
      return { ...identity, currency, filters, terminalName, current };
    });
    return { limits, isTooMany, now, cutOver };
  });
}

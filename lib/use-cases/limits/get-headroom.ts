import "server-only";
import { NotFoundError } from "@/lib/domain/errors";
import { bindingLimits } from "@/lib/domain/limit-check/binding-limits";
import type { Headroom } from "@/lib/domain/limit-check/check-result";
import { headroomAt } from "@/lib/domain/limit-check/headroom";
import type { Attributes } from "@/lib/domain/limit-check/snapshot";
import { type ListedLimit, viewLimit } from "@/lib/domain/limits/limit-view";
import { snapshotOf } from "@/lib/domain/terminals/terminal-overview";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listPendingRequests } from "@/lib/data/limit-requests";
import { findTerminalRow, readMerchantFrame } from "@/lib/data/terminal-overviews";
import { authorize } from "@/lib/use-cases/authorize";

export type TerminalHeadroom = {
  headroom: Headroom;
  currency: string;
  limits: ListedLimit[];
  timeZone: string;
};

/** What a check with these attributes would leave on a terminal, and the limits that decide it. */
export async function getHeadroom(
  ctx: Ctx,
  merchantId: string,
  wanted: Omit<Attributes, "currency"> & { currency: string | null },
): Promise<TerminalHeadroom> {
  authorize(ctx, "limits.read", merchantId);
  const at = ctx.now();
  return withMerchant(ctx, merchantId, async (db) => {
    const frame = await readMerchantFrame(db, merchantId, at);
    const row = await findTerminalRow(db, merchantId, wanted.terminalId, at);
    if (!row || !frame.merchant) throw new NotFoundError();
    const currency = wanted.currency ?? frame.merchant.currency;
    const attributes = { ...wanted, currency };
    const snapshot = snapshotOf(frame, row.terminal, row.limits);
    const binding = bindingLimits(snapshot, attributes, at.getTime());
    const ids = binding.map(({ limit }) => limit.limitId);
    const pending = await listPendingRequests(db, merchantId, ids, at);
    const limits = binding.flatMap(({ limit }): ListedLimit[] => {
      const view = viewLimit(limit, at.getTime(), frame.acquirer);
      const pendingRequestId = pending.get(limit.limitId)?.limitRequestId ?? null;
      return view ? [{ ...view, pendingRequestId }] : [];
    });
    const headroom = headroomAt(snapshot, attributes, at.getTime());
    return { headroom, currency, limits, timeZone: frame.acquirer.timeZone };
  });
}

import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listPendingRequests } from "@/lib/data/limit-requests";
import {
  findTerminalRow,
  listTerminalChoices,
  readMerchantFrame,
} from "@/lib/data/terminal-overviews";
import { type CutOver, cutOverOf } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { PendingRequest } from "@/lib/domain/limit-requests/coming-change";
import type { LimitView } from "@/lib/domain/limits/limit-view";
import { overviewOf } from "@/lib/domain/terminals/terminal-overview";
import { authorize } from "@/lib/use-cases/authorize";

const MOST_TERMINALS = 500;

export type LimitChoices = {
  now: Instant;
  cutOver: CutOver;
  terminals: { terminalId: string; name: string | null; store: string | null }[];
  terminalId: string | null;
  /** Every limit that applies to that terminal. */
  limits: readonly LimitView[];
  pending: ReadonlyMap<string, PendingRequest>;
};

/** The limits a change can be asked of, by the terminal they apply to; the first one when none is named. */
export async function listLimitChoices(
  ctx: Ctx,
  merchantId: string,
  wanted: string | null,
): Promise<LimitChoices> {
  authorize(ctx, "limits.read", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const at = ctx.now();
    const now = at.getTime();
    const frame = await readMerchantFrame(db, merchantId, at);
    const cutOver = cutOverOf(frame.acquirer);
    const named = wanted === null ? [] : [wanted];
    const terminals = await listTerminalChoices(db, merchantId, MOST_TERMINALS, named);
    const terminalId =
      terminals.find((terminal) => terminal.terminalId === wanted)?.terminalId ??
      terminals[0]?.terminalId ??
      null;
    const row = terminalId && (await findTerminalRow(db, merchantId, terminalId, at));
    if (!row) return { now, cutOver, terminals, terminalId, limits: [], pending: new Map() };
    const { limits } = overviewOf(frame, row.terminal, row.limits, now);
    const limitIds = limits.map((limit) => limit.limitId);
    const pending = await listPendingRequests(db, merchantId, limitIds, at);
    return { now, cutOver, terminals, terminalId, limits, pending };
  });
}

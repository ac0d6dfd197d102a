import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import {
  countTerminals,
  listStores,
  listTerminalRows,
  readMerchantFrame,
  type TerminalFilter,
  type TerminalKey,
  type TerminalPage,
} from "@/lib/data/terminal-overviews";
import type { Instant } from "@/lib/domain/instant";
import { overviewOf, type TerminalOverview } from "@/lib/domain/terminals/terminal-overview";
import { authorize } from "@/lib/use-cases/authorize";

/** Counted exactly up to here; one more stands for "more than". */
export const COUNTED_UP_TO = 10_000;
const MOST_STORES = 500;

export type TerminalListQuery = TerminalFilter & TerminalPage;

export type TerminalList = {
  now: Instant;
  timeZone: string;
  terminals: TerminalOverview[];
  /** Null where the list begins or ends. */
  previous: TerminalKey | null;
  next: TerminalKey | null;
  count: number;
  stores: string[];
};

/** One page of the merchant's terminals, each with what may still be charged on it. */
export async function listTerminalOverviews(
  ctx: Ctx,
  merchantId: string,
  query: TerminalListQuery,
): Promise<TerminalList> {
  authorize(ctx, "terminals.read", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const at = ctx.now();
    const now = at.getTime();
    const frame = await readMerchantFrame(db, merchantId, at);
    const found = await listTerminalRows(db, merchantId, query, query, at);
    const backwards = query.from?.backwards ?? false;
    const hasMore = found.length > query.limit;
    const rows = backwards ? found.slice(-query.limit) : found.slice(0, query.limit);
    const keyOf = (row: (typeof rows)[number] | undefined): TerminalKey | null =>
      row ? { value: row.sortValue, terminalId: row.terminal.terminalId } : null;
    return {
      now,
      timeZone: frame.acquirer.timeZone,
      terminals: rows.map((row) => overviewOf(frame, row.terminal, row.limits, now)),
      previous: (backwards ? hasMore : query.from !== null) ? keyOf(rows[0]) : null,
      next: (backwards ? true : hasMore) ? keyOf(rows.at(-1)) : null,
      count: await countTerminals(db, merchantId, query, COUNTED_UP_TO + 1),
      stores: await listStores(db, merchantId, MOST_STORES),
    };
  });
}

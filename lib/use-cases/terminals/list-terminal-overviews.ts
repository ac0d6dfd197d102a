import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import {
  countTerminals,
  listStores,
  listTerminalRows,
  readMerchantFrame,
  type TerminalFilter,
  type TerminalPage,
} from "@/lib/data/terminal-overviews";
import type { Instant } from "@/lib/domain/instant";
import { COUNTED_UP_TO, type Counting, type RowPlace, toSpan } from "@/lib/domain/page";
import { overviewOf, type TerminalOverview } from "@/lib/domain/terminals/terminal-overview";
import { authorize } from "@/lib/use-cases/authorize";

const MOST_STORES = 500;

export type TerminalListQuery = TerminalFilter & TerminalPage & Counting;

export type TerminalList = {
  now: Instant;
  timeZone: string;
  terminals: TerminalOverview[];
  /** Null where the list begins or ends. */
  previous: RowPlace | null;
  next: RowPlace | null;
  count: number;
  /** What the list can be narrowed to; as little needed by a file as the count. */
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
    const { rows, previous, next } = toSpan(found, query, (row) => ({
      value: row.sortValue,
      id: row.terminal.terminalId,
    }));
    return {
      now,
      timeZone: frame.acquirer.timeZone,
      terminals: rows.map((row) => overviewOf(frame, row.terminal, row.limits, now)),
      previous,
      next,
      ...(query.counted === false
        ? { count: 0, stores: [] }
        : {
            count: await countTerminals(db, merchantId, query, COUNTED_UP_TO + 1),
            stores: await listStores(db, merchantId, MOST_STORES),
          }),
    };
  });
}

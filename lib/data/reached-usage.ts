import "server-only";
import type { Db } from "@/lib/data/ctx";
import type { UsagePercent } from "@/lib/domain/notifications";
import type { LimitScope, Window } from "@/lib/domain/limits/limit";

/** A limit in force of which 80, 90 or 100 percent is used, told for the first time in its window. */
export type ReachedUsage = {
  limitId: string;
  percent: UsagePercent;
  scope: LimitScope;
  terminalId: string | null;
  window: Window;
  currency: string;
};

/** Marks what these terminals' limits have newly reached, so that each mark is told once a window. */
export async function markReachedUsage(
  db: Db,
  merchantId: string,
  terminalIds: readonly string[],
  at: Date,
): Promise<ReachedUsage[]> {
  return db.$queryRaw<ReachedUsage[]>`
    select l.limit_id as "limitId", m.percent, l.scope, l.terminal_id as "terminalId",
      l."window", l.currency
    from mark_reached_usage(${merchantId}, ${[...terminalIds]}, ${at}) m
    join limits l on l.merchant_id = ${merchantId} and l.limit_id = m.limit_id
    order by l.limit_id`;
}

import "server-only";
import type { CounterState } from "@/lib/domain/limits/limit";
import type { Db } from "@/lib/data/ctx";

/** What one limit has counted in each window that began at or after a moment, oldest first. */
export async function listLimitUse(
  db: Db,
  merchantId: string,
  limitId: string,
  from: Date,
): Promise<CounterState[]> {
  const rows = await db.counter.findMany({
    where: { merchantId, limitId, windowStart: { gte: from } },
    orderBy: { windowStart: "asc" },
  });
  return rows.map((row) => ({
    windowStart: row.windowStart.getTime(),
    windowEnd: row.windowEnd.getTime(),
    usedAmountMinor: Number(row.usedAmountMinor),
    usedCount: Number(row.usedCount),
    reservedAmountMinor: Number(row.reservedAmountMinor),
    reservedCount: Number(row.reservedCount),
  }));
}

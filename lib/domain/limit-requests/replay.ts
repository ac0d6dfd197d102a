import type { Instant } from "@/lib/domain/instant";
import type { LimitValues } from "@/lib/domain/limits/limit";

/**
 * A charge that was refused because of one limit alone. `counted...` is what the limit had counted and
 * reserved then, null where that maximum did not refuse; `windowKey` tells its windows apart.
 */
export type RecordedRefusal = {
  at: Instant;
  terminalId: string;
  amountMinor: number;
  windowKey: string;
  belowMinimum: boolean;
  countedAmountMinor: number | null;
  countedCount: number | null;
};

export type Replay = { count: number; amountMinor: number; passed: readonly RecordedRefusal[] };

/** A till that tries again within ten minutes means the same sale. */
const RETRY_MS = 10 * 60_000;

/** Refusals in order of time without repeats: the same amount at the same terminal within ten minutes. */
export function withoutRetries(refusals: readonly RecordedRefusal[]): RecordedRefusal[] {
  const last = new Map<string, Instant>();
  return [...refusals]
    .sort((one, other) => one.at - other.at)
    .filter(({ terminalId, amountMinor, at }) => {
      const sale = `${terminalId} ${amountMinor}`;
      const before = last.get(sale);
      last.set(sale, at);
      return before === undefined || at - before > RETRY_MS;
    });
}

type Let = { amountMinor: number; count: number };

function passes(refusal: RecordedRefusal, limit: LimitValues, before: Let): boolean {
  const { amountMinor, countedAmountMinor, countedCount, belowMinimum } = refusal;
  const { maxAmountMinor, maxCount, minAmountMinor } = limit;
  const fitsAmount =
    countedAmountMinor === null ||
    maxAmountMinor === null ||
    countedAmountMinor + before.amountMinor + amountMinor <= maxAmountMinor;
  const fitsCount =
    countedCount === null || maxCount === null || countedCount + before.count + 1 <= maxCount;
  return fitsAmount && fitsCount && (!belowMinimum || amountMinor >= (minAmountMinor ?? 0));
}

/**
 * Which refused charges a limit would have let through; each one it lets through takes its part of the
 * same window, so that later ones meet less.
 */
export function replay(refusals: readonly RecordedRefusal[], limit: LimitValues): Replay {
  const taken = new Map<string, Let>();
  const passed = withoutRetries(refusals).filter((refusal) => {
    const before = taken.get(refusal.windowKey) ?? { amountMinor: 0, count: 0 };
    if (!passes(refusal, limit, before)) return false;
    const amountMinor = before.amountMinor + refusal.amountMinor;
    taken.set(refusal.windowKey, { amountMinor, count: before.count + 1 });
    return true;
  });
  const amountMinor = passed.reduce((sum, refusal) => sum + refusal.amountMinor, 0);
  return { count: passed.length, amountMinor, passed };
}

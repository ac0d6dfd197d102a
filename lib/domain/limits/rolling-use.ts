import type { Instant } from "@/lib/domain/instant";
import type { LimitState } from "@/lib/domain/limits/limit";

/** What is used of a rolling limit. */
export type RollingUse = { usedAmountMinor: number; usedCount: number };

/**
 * The entries of a rolling limit, oldest first, to be summed over any of its windows: `amounts[i]` and
 * `counts[i]` are the sums of all entries before the i-th.
 */
export type RollingLedger = {
  lengthMs: number;
  times: readonly Instant[];
  amounts: readonly number[];
  counts: readonly number[];
};

/** The ledger of a rolling limit; null when its entries are not known. */
export function ledgerOf({ entries, windowSeconds }: LimitState): RollingLedger | null {
  if (entries === undefined || windowSeconds === null) return null;
  const times: Instant[] = [];
  const amounts = [0];
  const counts = [0];
  let [amount, count] = [0, 0];
  for (const [at, amountMinor, charges] of entries) {
    times.push(at);
    amounts.push((amount += amountMinor));
    counts.push((count += charges));
  }
  return { lengthMs: windowSeconds * 1000, times, amounts, counts };
}

/** How many entries are at a moment or before it. */
function placeAfter(times: readonly Instant[], at: Instant): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as Instant) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const between = (sums: readonly number[], from: number, to: number) =>
  (sums[to] as number) - (sums[from] as number);

/** What is used in the window (t - s, t] of a moment t. */
export function usedAt(
  { lengthMs, times, amounts, counts }: RollingLedger,
  at: Instant,
): RollingUse {
  const to = placeAfter(times, at);
  const from = placeAfter(times, at - lengthMs);
  return { usedAmountMinor: between(amounts, from, to), usedCount: between(counts, from, to) };
}

/**
 * The moments after one at which so much has just left the window that what is used then fits again. Once
 * no later entry is to come, what fits keeps fitting, so that the first such moment is searched for.
 */
export function freedMoments(
  ledger: RollingLedger,
  after: Instant,
  fits: (use: RollingUse) => boolean,
): Instant[] {
  const { times, lengthMs } = ledger;
  const last = times.at(-1) ?? after;
  const leavesAt = (place: number) => Math.ceil((times[place] as Instant) + lengthMs);
  const fitsAt = (at: Instant) => fits(usedAt(ledger, at));
  const candidates: Instant[] = [];
  let low = placeAfter(times, after - lengthMs);
  while (low < times.length && leavesAt(low) < last) candidates.push(leavesAt(low++));
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fitsAt(leavesAt(middle))) high = middle;
    else low = middle + 1;
  }
  if (low < times.length) candidates.push(leavesAt(low));
  return candidates.filter((at) => fitsAt(at) && !fitsAt(at - 1));
}

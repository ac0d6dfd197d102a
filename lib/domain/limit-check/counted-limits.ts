import type { Instant } from "@/lib/domain/instant";
import { windowAt } from "@/lib/domain/business-day";
import { isDeclined, evaluateReasons } from "@/lib/domain/limit-check/evaluate-reasons";
import { countingLimits } from "@/lib/domain/limit-check/binding-limits";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";
import type { CounterState } from "@/lib/domain/limits/limit";
import { versionInForce } from "@/lib/domain/limits/version-in-force";

/** A limit whose counter a charge moves: its maxima in force, null for none, and its window; none rolling. */
export type CountedLimit = {
  limitId: string;
  maxAmountMinor: number | null;
  maxCount: number | null;
  start: Instant | null;
  end: Instant | null;
};

/** What a limit counts in the window of a moment: [start, end, used, used count, reserved, reserved count]. */
export type Counted = readonly [number, number, number, number, number, number];

/** Every limit whose counter a charge at a moment moves, whether or not it binds then. */
export function countedLimits(
  snapshot: CheckSnapshot,
  proposal: Proposal,
  at: Instant,
): CountedLimit[] {
  const counted: CountedLimit[] = [];
  for (const limit of countingLimits(snapshot, proposal, at)) {
    const { limitId, window } = limit;
    if (window === "per_transaction") continue;
    const version = versionInForce(limit.versions, at);
    const { start, end } =
      window === "rolling" ? { start: null, end: null } : windowAt(window, at, snapshot.acquirer);
    const { maxAmountMinor = null, maxCount = null } = version ?? {};
    counted.push({ limitId, maxAmountMinor, maxCount, start, end });
  }
  return counted;
}

/** True when nothing but a counter can refuse the charge. */
export function isOpenBut(snapshot: CheckSnapshot, proposal: Proposal, at: Instant): boolean {
  const limits = snapshot.limits.map((limit) => ({ ...limit, counters: [] }));
  return !isDeclined(evaluateReasons({ ...snapshot, limits }, proposal, at));
}

/** The snapshot with what limits counted at another moment in place of what it read itself. */
export function withCounted(
  snapshot: CheckSnapshot,
  counted: Readonly<Record<string, Counted>>,
): CheckSnapshot {
  const limits = snapshot.limits.map((limit) => {
    const found = counted[limit.limitId];
    if (!found) return limit;
    const [windowStart, windowEnd, usedAmountMinor, usedCount, reservedAmountMinor, reservedCount] =
      found;
    const counter: CounterState = {
      ...{ windowStart, windowEnd, usedAmountMinor, usedCount },
      ...{ reservedAmountMinor, reservedCount },
    };
    const later = limit.counters.filter((other) => other.windowStart >= windowEnd);
    return { ...limit, counters: limit.window === "rolling" ? [counter] : [counter, ...later] };
  });
  return { ...snapshot, limits };
}

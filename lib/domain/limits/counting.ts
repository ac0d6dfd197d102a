import { type CutOver, windowAt } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { CounterState, LimitState, Window } from "@/lib/domain/limits/limit";

/** The counter whose window holds a moment; null when nothing is counted in that window. */
export function counterAt(counters: readonly CounterState[], at: Instant): CounterState | null {
  for (const counter of counters) {
    if (counter.windowStart <= at && at < counter.windowEnd) return counter;
  }
  return null;
}

/** What is counted of a limit at a moment: in the window that holds it; a rolling limit has one counter only. */
export function counterOf(
  { window, counters }: Pick<LimitState, "window" | "counters">,
  at: Instant,
): CounterState | null {
  return window === "rolling" ? (counters[0] ?? null) : counterAt(counters, at);
}

function isEmpty(counter: CounterState): boolean {
  const { usedAmountMinor, usedCount, reservedAmountMinor, reservedCount } = counter;
  return !(usedAmountMinor || usedCount || reservedAmountMinor || reservedCount);
}

/** What is left of a maximum: never negative, however much was counted beyond it. */
export function remainingOf(maximum: number, used: number, reserved: number): number {
  return used >= maximum ? 0 : Math.max(0, maximum - used - reserved);
}

/**
 * When the window that holds a moment ends: as its counter began it, else by the cut-over; a rolling one
 * when the oldest one counted leaves, never while nothing is; never for one charge.
 */
export function resetsAt(
  window: Window,
  counter: CounterState | null,
  at: Instant,
  cutOver: CutOver,
): Instant | null {
  if (window === "per_transaction") return null;
  if (window !== "rolling") return counter?.windowEnd ?? windowAt(window, at, cutOver).end;
  if (counter === null || isEmpty(counter)) return null;
  return counter.windowEnd > at ? counter.windowEnd : null;
}

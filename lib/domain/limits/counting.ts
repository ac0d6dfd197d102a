import { type CutOver, windowAt } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { CounterState, Window } from "@/lib/domain/limits/limit";

/** The counter whose window holds a moment; null when nothing is counted in that window. */
export function counterAt(counters: readonly CounterState[], at: Instant): CounterState | null {
  for (const counter of counters) {
    if (counter.windowStart <= at && at < counter.windowEnd) return counter;
  }
  return null;
}

/** What is left of a maximum: never negative, however much was counted beyond it. */
export function remainingOf(maximum: number, used: number, reserved: number): number {
  return used >= maximum ? 0 : Math.max(0, maximum - used - reserved);
}

/** When the window that holds a moment ends: as its counter began it, else by the cut-over; never for one charge. */
export function resetsAt(
  window: Window,
  counter: CounterState | null,
  at: Instant,
  cutOver: CutOver,
): Instant | null {
  if (window === "per_transaction" || window === "rolling") return null;
  return counter?.windowEnd ?? windowAt(window, at, cutOver).end;
}

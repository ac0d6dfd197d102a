import { type CalendarWindow, type CutOver, windowAt } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import { counterAt } from "@/lib/domain/limits/counting";
import type { CounterState, LimitVersion } from "@/lib/domain/limits/limit";
import { versionInForce } from "@/lib/domain/limits/version-in-force";

/** One window of a limit: what was used of it, and what it allowed when the window ended. */
export type WindowUse = {
  /** Of its first day, YYYY-MM-DD. */
  businessDate: string;
  startsAt: Instant;
  usedAmountMinor: number;
  usedCount: number;
  maxAmountMinor: number | null;
  maxCount: number | null;
};

/** The last `count` windows up to the running one, oldest first; the running one is measured as it stands. */
export function windowUse(
  limit: { versions: readonly LimitVersion[]; counters: readonly CounterState[] },
  { window: kind, count }: { window: CalendarWindow; count: number },
  at: Instant,
  cutOver: CutOver,
): WindowUse[] {
  const found: WindowUse[] = [];
  let window = windowAt(kind, at, cutOver);
  while (found.length < count) {
    const counter = counterAt(limit.counters, window.start);
    const version = versionInForce(limit.versions, Math.min(at, window.end - 1));
    found.push({
      businessDate: window.businessDate,
      startsAt: window.start,
      usedAmountMinor: counter?.usedAmountMinor ?? 0,
      usedCount: counter?.usedCount ?? 0,
      maxAmountMinor: version?.maxAmountMinor ?? null,
      maxCount: version?.maxCount ?? null,
    });
    window = windowAt(kind, window.start - 1, cutOver);
  }
  return found.reverse();
}

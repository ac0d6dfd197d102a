import { type CutOver, windowAt } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import { counterAt } from "@/lib/domain/limits/counting";
import type { CounterState, LimitVersion } from "@/lib/domain/limits/limit";
import { versionInForce } from "@/lib/domain/limits/version-in-force";

/** One business day of a limit: what was used of it, and what it allowed when the day ended. */
export type DayOfUse = {
  /** YYYY-MM-DD */
  businessDate: string;
  startsAt: Instant;
  usedAmountMinor: number;
  usedCount: number;
  maxAmountMinor: number | null;
  maxCount: number | null;
};

/** The last `days` business days up to the running one, oldest first; today is measured as it stands. */
export function dailyUse(
  limit: { versions: readonly LimitVersion[]; counters: readonly CounterState[] },
  days: number,
  at: Instant,
  cutOver: CutOver,
): DayOfUse[] {
  const found: DayOfUse[] = [];
  let window = windowAt("daily", at, cutOver);
  while (found.length < days) {
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
    window = windowAt("daily", window.start - 1, cutOver);
  }
  return found.reverse();
}

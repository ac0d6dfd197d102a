import type { LimitView, MeasureView } from "@/lib/domain/limits/limit-view";

/** Of the daily limits in force the measure with the most used, by percent; null without one. */
export function fullestOf(
  limits: readonly LimitView[],
): (MeasureView & { warnPercent: number }) | null {
  const measures = limits
    .filter((limit) => limit.window === "daily" && limit.status === "active")
    .flatMap((limit) =>
      [limit.amount, limit.count].flatMap((measure) =>
        measure ? { ...measure, warnPercent: limit.warnPercent } : [],
      ),
    );
  return measures.toSorted((a, b) => b.percentUsed - a.percentUsed)[0] ?? null;
}

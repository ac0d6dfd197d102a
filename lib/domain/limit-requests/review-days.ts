import { businessDateAt, type CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { Window } from "@/lib/domain/limits/limit";
import { dateOfDay, type DayNumber, dayOfDate, weekdayOf } from "@/lib/domain/zoned-time";

/** What was counted on one business day (YYYY-MM-DD); days without sales are left out. */
export type CountedDay = { date: string; amountMinor: number; count: number; largestMinor: number };

/** One day as a reviewer compares it with the limit: what the window held, and how many were refused. */
export type ReviewDay = { date: string; amountMinor: number; count: number; refused: number };

type Sum = { amountMinor: number; count: number };

/** A charge is measured by the largest, a week or month by what it held up to the day, else the day itself. */
function measured(window: Window, day: CountedDay, soFar: Sum): Sum {
  if (window === "per_transaction") return { amountMinor: day.largestMinor, count: day.count };
  return window === "monthly" || window === "weekly" ? soFar : day;
}

/** Whether a week (Monday) or else a month (the 1st) begins with a day. */
function isFirstDay(window: Window, day: DayNumber): boolean {
  return window === "weekly" ? weekdayOf(day) === 1 : dateOfDay(day).endsWith("-01");
}

/**
 * The last `days` business days up to the running one, oldest first. Counted days from before them only
 * add to the week or month they belong to.
 */
export function reviewDays(
  counted: readonly CountedDay[],
  refusedAt: readonly Instant[],
  { window, days, now, cutOver }: { window: Window; days: number; now: Instant; cutOver: CutOver },
): ReviewDay[] {
  const byDate = new Map(counted.map((day) => [day.date, day]));
  const refused = new Map<string, number>();
  for (const at of refusedAt) {
    const date = businessDateAt(at, cutOver);
    refused.set(date, (refused.get(date) ?? 0) + 1);
  }
  const last = dayOfDate(businessDateAt(now, cutOver));
  let soFar: Sum = { amountMinor: 0, count: 0 };
  const found: ReviewDay[] = [];
  for (let number = last - days - 31; number <= last; number++) {
    const date = dateOfDay(number);
    const day = byDate.get(date) ?? { date, amountMinor: 0, count: 0, largestMinor: 0 };
    if (isFirstDay(window, number)) soFar = { amountMinor: 0, count: 0 };
    soFar = { amountMinor: soFar.amountMinor + day.amountMinor, count: soFar.count + day.count };
    const { amountMinor, count } = measured(window, day, soFar);
    if (number > last - days)
      found.push({ date, amountMinor, count, refused: refused.get(date) ?? 0 });
  }
  return found;
}

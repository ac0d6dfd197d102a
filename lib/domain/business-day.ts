import type { Instant } from "@/lib/domain/instant";
import {
  dateOfDay,
  DAY_MS,
  type DayNumber,
  instantAt,
  timeOfDayMs,
  wallTimeAt,
  weekdayOf,
} from "@/lib/domain/zoned-time";

export type CalendarWindow = "daily" | "weekly" | "monthly";

/** Where days begin: the acquirer's zone (IANA) and cut-over time (HH:MM). */
export type CutOver = { timeZone: string; cutOverTime: string };

export const cutOverOf = ({ timeZone, cutOverTime }: CutOver): CutOver => ({
  timeZone,
  cutOverTime,
});

/** A stretch of counting, start inclusive, end exclusive; `businessDate` is its first day, YYYY-MM-DD. */
export type TimeWindow = { start: Instant; end: Instant; businessDate: string };

/** A business day opens at cut-over: before 12:00 on its own date, from 12:00 on the date before. */
function openingOf(day: DayNumber, { timeZone, cutOverTime }: CutOver): Instant {
  const timeOfDay = timeOfDayMs(cutOverTime);
  const openingDay = timeOfDay < DAY_MS / 2 ? day : day - 1;
  return instantAt({ day: openingDay, timeOfDayMs: timeOfDay }, timeZone);
}

/** The last business day that has opened by `at`; the opening itself belongs to the day it opens. */
function businessDayAt(at: Instant, cutOver: CutOver): DayNumber {
  let day = wallTimeAt(at, cutOver.timeZone).day + 1;
  while (openingOf(day, cutOver) > at) day--;
  return day;
}

function mondayOf(day: DayNumber): DayNumber {
  return day + 1 - weekdayOf(day);
}

function firstOfMonth(day: DayNumber, monthsLater: number): DayNumber {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsLater, 1) / DAY_MS;
}

function daysOf(window: CalendarWindow, day: DayNumber): readonly [DayNumber, DayNumber] {
  if (window === "daily") return [day, day + 1];
  if (window === "monthly") return [firstOfMonth(day, 0), firstOfMonth(day, 1)];
  return [mondayOf(day), mondayOf(day) + 7];
}

/** The business date (YYYY-MM-DD) a moment belongs to. */
export function businessDateAt(at: Instant, cutOver: CutOver): string {
  return dateOfDay(businessDayAt(at, cutOver));
}

/** The last business date (YYYY-MM-DD) before an end that a business day opens at; null for any other end. */
export function lastDateBefore(end: Instant, cutOver: CutOver): string | null {
  const day = businessDayAt(end, cutOver);
  return openingOf(day, cutOver) === end ? dateOfDay(day - 1) : null;
}

function computeWindow(window: CalendarWindow, at: Instant, cutOver: CutOver): TimeWindow {
  const [first, next] = daysOf(window, businessDayAt(at, cutOver));
  return {
    start: openingOf(first, cutOver),
    end: openingOf(next, cutOver),
    businessDate: dateOfDay(first),
  };
}

/** The windows last found per kind and cut-over: nearly every question falls into these. */
const lastFound = new Map<string, readonly TimeWindow[]>();
const KEPT = 4;

/** The window that holds a moment: a week opens with Monday's business day, a month with the 1st's. */
export function windowAt(window: CalendarWindow, at: Instant, cutOver: CutOver): TimeWindow {
  const key = `${window} ${cutOver.cutOverTime} ${cutOver.timeZone}`;
  const kept = lastFound.get(key) ?? [];
  for (const one of kept) if (at >= one.start && at < one.end) return one;
  const found = computeWindow(window, at, cutOver);
  lastFound.set(key, [found, ...kept.slice(0, KEPT - 1)]);
  return found;
}

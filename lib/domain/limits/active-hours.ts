import type { Instant } from "@/lib/domain/instant";
import type { LimitFilters } from "@/lib/domain/limits/limit";
import {
  DAY_MS,
  type OffsetSpan,
  timeOfDayMs,
  type WallTime,
  wallTimeAt,
  weekdayOf,
} from "@/lib/domain/zoned-time";

/** When a limit counts: HH:MM to HH:MM (end exclusive) on days of the week, Monday = 1; none means any. */
export type ActiveHours = Pick<LimitFilters, "timeFrom" | "timeTo" | "daysOfWeek">;

/** A moment from which hours are on, or off, unlike just before it. */
export type HoursTurn = { at: Instant; isActive: boolean };

/** HH:MM, 00:00 to 23:59. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Equal ends, like none, mean the whole of the clocks' own day. */
function rangeOf({ timeFrom, timeTo }: ActiveHours): readonly [number, number] | null {
  if (timeFrom === null || timeTo === null || timeFrom === timeTo) return null;
  return [timeOfDayMs(timeFrom), timeOfDayMs(timeTo)];
}

/** The day a wall time belongs to: a range over midnight counts for its first day; null outside the range. */
function dayWithin(range: readonly [number, number] | null, wall: WallTime): number | null {
  if (range === null) return wall.day;
  const [from, to] = range;
  const now = wall.timeOfDayMs;
  if (from < to) return now >= from && now < to ? wall.day : null;
  if (now < to) return wall.day - 1;
  return now >= from ? wall.day : null;
}

function isActiveAt(hours: ActiveHours, wall: WallTime): boolean {
  const day = dayWithin(rangeOf(hours), wall);
  if (day === null) return false;
  return hours.daysOfWeek.length === 0 || hours.daysOfWeek.includes(weekdayOf(day));
}

/** True for hours that leave anything out of the week. */
export function hasActiveHours(hours: ActiveHours): boolean {
  return hours.daysOfWeek.length > 0 || rangeOf(hours) !== null;
}

/** Whether the zone's clocks show a time within the hours: from the first time on, no more at the second. */
export function isWithinActiveHours(hours: ActiveHours, at: Instant, timeZone: string): boolean {
  return !hasActiveHours(hours) || isActiveAt(hours, wallTimeAt(at, timeZone));
}

function wallOf(at: Instant, offset: number): WallTime {
  const day = Math.floor((at + offset) / DAY_MS);
  return { day, timeOfDayMs: at + offset - day * DAY_MS };
}

/** The times of day at which hours may turn, by the clocks, earliest first. */
function marksOf(hours: ActiveHours): number[] {
  const range = rangeOf(hours) ?? [];
  return [...new Set([0, ...range])].toSorted((one, other) => one - other);
}

/** Every moment after the start of the spans and before their end at which the hours turn on or off. */
export function activeHoursTurns(hours: ActiveHours, spans: readonly OffsetSpan[]): HoursTurn[] {
  if (!hasActiveHours(hours)) return [];
  const marks = marksOf(hours);
  const turns: HoursTurn[] = [];
  let last: boolean | null = null;
  const see = (at: Instant, offset: number) => {
    const isActive = isActiveAt(hours, wallOf(at, offset));
    if (last !== null && isActive !== last) turns.push({ at, isActive });
    last = isActive;
  };
  for (const { start, end, offset } of spans) {
    see(start, offset);
    const lastDay = wallOf(end - 1, offset).day;
    for (let { day } = wallOf(start, offset); day <= lastDay; day++) {
      for (const mark of marks) {
        const at = day * DAY_MS + mark - offset;
        if (at > start && at < end) see(at, offset);
      }
    }
  }
  return turns;
}

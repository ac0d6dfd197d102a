import { tzOffset } from "@date-fns/tz";
import type { Instant } from "@/lib/domain/instant";

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** A day of the calendar as days since 1970-01-01, whatever the zone. */
export type DayNumber = number;

/** What a clock on the wall shows: the day, and the milliseconds since its 00:00. */
export type WallTime = { day: DayNumber; timeOfDayMs: number };

/** The distance last found per zone, good for its second: no zone changes within one. */
const lastOffset = new Map<string, { second: number; offset: number }>();

/** The zone's distance from UTC at a moment, east positive. */
export function offsetMs(at: Instant, timeZone: string): number {
  const second = Math.floor(at / 1000);
  const last = lastOffset.get(timeZone);
  if (last?.second === second) return last.offset;
  const offset = Math.round(tzOffset(timeZone, new Date(at)) * MINUTE_MS);
  lastOffset.set(timeZone, { second, offset });
  return offset;
}

/** True for a zone the runtime knows (IANA name). */
export function isTimeZone(timeZone: string): boolean {
  return /^[A-Za-z]/.test(timeZone) && !Number.isNaN(tzOffset(timeZone, new Date(0)));
}

export function wallTimeAt(at: Instant, timeZone: string): WallTime {
  const local = at + offsetMs(at, timeZone);
  const day = Math.floor(local / DAY_MS);
  return { day, timeOfDayMs: local - day * DAY_MS };
}

/**
 * The moment a zone's clocks show a wall time: of two the earlier; where clocks skip it, the first
 * instant after the gap.
 */
export function instantAt({ day, timeOfDayMs }: WallTime, timeZone: string): Instant {
  const local = day * DAY_MS + timeOfDayMs;
  const before = offsetMs(local - DAY_MS, timeZone);
  const after = offsetMs(local + DAY_MS, timeZone);
  const early = local - Math.max(before, after);
  if (early + offsetMs(early, timeZone) === local) return early;
  const late = local - Math.min(before, after);
  if (late + offsetMs(late, timeZone) === local) return late;
  return firstInstantWithOffset(after, early, late, timeZone);
}

/** The change of offset after `from` and not after `to`, to the millisecond. */
function firstInstantWithOffset(offset: number, from: Instant, to: Instant, timeZone: string) {
  let [before, reached] = [from, to];
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (offsetMs(middle, timeZone) === offset) reached = middle;
    else before = middle;
  }
  return reached;
}

/** A stretch of time, start inclusive, end exclusive, in which a zone keeps one distance from UTC. */
export type OffsetSpan = { start: Instant; end: Instant; offset: number };

/** The stretches from `from` to `to`, both included, of which clocks never change twice within a day. */
export function offsetSpans(from: Instant, to: Instant, timeZone: string): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let start = from;
  let offset = offsetMs(from, timeZone);
  for (let seen = from; seen < to;) {
    const next = Math.min(seen + DAY_MS, to);
    const then = offsetMs(next, timeZone);
    if (then !== offset) {
      const end = firstInstantWithOffset(then, seen, next, timeZone);
      spans.push({ start, end, offset });
      [start, offset] = [end, then];
    }
    seen = next;
  }
  return [...spans, { start, end: to + 1, offset }];
}

/** The day of the week of a day, Monday = 1; 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** A day number as YYYY-MM-DD. */
export function dateOfDay(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** YYYY-MM-DD as a day number. */
export function dayOfDate(date: string): DayNumber {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** HH:MM as milliseconds since 00:00. */
export function timeOfDayMs(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE_MS;
}

/** RFC 3339 with the zone's offset, 2026-11-25T00:00:00+08:00; milliseconds only when there are any. */
export function formatInstant(at: Instant, timeZone: string): string {
  const offset = offsetMs(at, timeZone);
  const local = new Date(at + offset).toISOString();
  const time = local.endsWith(".000Z") ? local.slice(0, -5) : local.slice(0, -1);
  const minutes = Math.abs(offset) / MINUTE_MS;
  const hh = String(Math.floor(minutes / 60)).padStart(2, "0");
  const mm = String(minutes % 60).padStart(2, "0");
  return `${time}${offset < 0 ? "-" : "+"}${hh}:${mm}`;
}

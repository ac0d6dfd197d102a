import type { Instant } from "@/lib/domain/instant";
import { timeOfDayMs, wallTimeAt, instantAt, weekdayOf } from "@/lib/domain/zoned-time";

const HOUR_MS = 3_600_000;
const MIDNIGHT = "24:00";

/** The hours within which requests are decided: the same on each of the days, Monday = 1; never over midnight. */
export type OfficeHours = {
  officeFrom: string;
  /** "24:00" is the end of the day. */
  officeTo: string;
  officeDays: readonly number[];
};

export const ROUND_THE_CLOCK: OfficeHours = {
  ...{ officeFrom: "00:00", officeTo: MIDNIGHT, officeDays: [1, 2, 3, 4, 5, 6, 7] },
};

/** In how many hours a request should be decided, and which hours count for it. */
export type DecisionTime = OfficeHours & { decisionHours: number; timeZone: string };

/** Whether every hour counts. */
export const isRoundTheClock = ({ officeFrom, officeTo, officeDays }: OfficeHours): boolean =>
  officeFrom === "00:00" && officeTo === MIDNIGHT && officeDays.length === 7;

const dayMsOf = (time: string): number => (time === MIDNIGHT ? 24 * HOUR_MS : timeOfDayMs(time));

/** Whether the office is open for an hour at least, on some day: in minutes a week nothing is ever decided. */
export const isOfficeHours = ({ officeFrom, officeTo, officeDays }: OfficeHours): boolean =>
  dayMsOf(officeTo) - dayMsOf(officeFrom) >= HOUR_MS && officeDays.length > 0;

/** The moment by which the office has been open for so long since `from`; it may be the moment it closes. */
function afterOpenTime(from: Instant, openMs: number, time: DecisionTime): Instant {
  const { officeFrom, officeTo, officeDays, timeZone } = time;
  let left = openMs;
  for (let { day } = wallTimeAt(from, timeZone); ; day++) {
    if (!officeDays.includes(weekdayOf(day))) continue;
    const opens = instantAt({ day, timeOfDayMs: dayMsOf(officeFrom) }, timeZone);
    const closes = instantAt({ day, timeOfDayMs: dayMsOf(officeTo) }, timeZone);
    const start = Math.max(opens, from);
    if (start + left <= closes) return start + left;
    left -= Math.max(0, closes - start);
  }
}

/**
 * When a request should be decided: after the acquirer's hours, of which only those of its office count, and
 * before the start it asks for.
 */
export function dueAt(submittedAt: Instant, startsAt: Instant | null, time: DecisionTime): Instant {
  const promisedMs = time.decisionHours * HOUR_MS;
  const isOpen = isRoundTheClock(time) || !isOfficeHours(time);
  const within = isOpen ? submittedAt + promisedMs : afterOpenTime(submittedAt, promisedMs, time);
  return startsAt === null || startsAt <= submittedAt ? within : Math.min(within, startsAt);
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ActiveHours,
  activeHoursTurns,
  hasActiveHours,
  isTimeOfDay,
  isWithinActiveHours,
} from "@/lib/domain/limits/active-hours";
import { DAY_MS, formatInstant, MINUTE_MS, offsetSpans } from "@/lib/domain/zoned-time";

const hours = (timeFrom: string | null, timeTo: string | null, daysOfWeek: number[] = []) => ({
  ...{ timeFrom, timeTo, daysOfWeek },
});
const at = (text: string) => Date.parse(text);
/** Tuesday 24 November 2026 in Shanghai. */
const tuesday = (time: string) => at(`2026-11-24T${time}+08:00`);

describe("isWithinActiveHours", () => {
  it.each([
    [hours(null, null), "12:00:00", true],
    [hours("08:00", "22:00"), "08:00:00", true],
    [hours("08:00", "22:00"), "07:59:59.999", false],
    [hours("08:00", "22:00"), "21:59:59.999", true],
    [hours("08:00", "22:00"), "22:00:00", false],
    [hours("22:00", "02:00"), "22:00:00", true],
    [hours("22:00", "02:00"), "01:59:59.999", true],
    [hours("22:00", "02:00"), "02:00:00", false],
    [hours("22:00", "00:00"), "23:59:59.999", true],
    [hours("22:00", "00:00"), "00:00:00", false],
    [hours("09:00", "09:00"), "08:59:59.999", true],
    [hours(null, null, [2]), "00:00:00", true],
    [hours(null, null, [1, 3]), "12:00:00", false],
    [hours("08:00", "09:00", [2, 7]), "08:30:00", true],
    [hours("08:00", "09:00", [2, 7]), "09:30:00", false],
    [hours("08:00", "09:00", [1]), "08:30:00", false],
    [hours("09:00", "09:00", [2]), "08:00:00", true],
    [hours("09:00", "09:00", [1]), "08:00:00", false],
  ])("%j at %s: %s", (filter, time, isWithin) => {
    expect(isWithinActiveHours(filter, tuesday(time), "Asia/Shanghai")).toBe(isWithin);
  });

  it("counts a range over midnight for its first day", () => {
    const night = (daysOfWeek: number[]) => hours("22:00", "02:00", daysOfWeek);
    const isWithin = (days: number[], time: string) =>
      isWithinActiveHours(night(days), tuesday(time), "Asia/Shanghai");
    expect([isWithin([1], "01:00:00"), isWithin([2], "01:00:00")]).toEqual([true, false]);
    expect([isWithin([1], "23:00:00"), isWithin([2], "23:00:00")]).toEqual([false, true]);
  });

  it("knows Sunday as 7, and the days before 1970", () => {
    const sunday = at("2026-11-29T12:00:00+08:00");
    expect(isWithinActiveHours(hours(null, null, [7]), sunday, "Asia/Shanghai")).toBe(true);
    const wednesday = at("1969-12-31T12:00:00Z");
    expect(isWithinActiveHours(hours(null, null, [3]), wednesday, "Etc/UTC")).toBe(true);
  });

  it("goes by the clocks of the zone", () => {
    const filter = hours("10:00", "18:00", [2]);
    expect(isWithinActiveHours(filter, tuesday("12:00:00"), "Asia/Shanghai")).toBe(true);
    expect(isWithinActiveHours(filter, tuesday("12:00:00"), "Europe/Berlin")).toBe(false);
    expect(isWithinActiveHours(filter, tuesday("17:00:00"), "Europe/Berlin")).toBe(true);
  });

  it("says the same both times when clocks show a time twice, and skips what they skip", () => {
    const zone = "Europe/Berlin";
    const isWithin = (filter: ActiveHours, text: string) =>
      isWithinActiveHours(filter, at(text), zone);
    const late = hours("02:30", "03:00");
    const autumn = ["02:29:59+02:00", "02:30:00+02:00", "02:00:00+01:00", "02:30:00+01:00"];
    expect(autumn.map((time) => isWithin(late, `2026-10-25T${time}`))).toEqual([
      ...[false, true, false, true],
    ]);
    expect(isWithin(late, "2026-03-29T01:59:59.999+01:00")).toBe(false);
    expect(isWithin(late, "2026-03-29T03:00:00+02:00")).toBe(false);
    expect(isWithin(hours("02:30", "03:01"), "2026-03-29T03:00:00+02:00")).toBe(true);
  });
});

it.each([
  [hours(null, null), false],
  [hours("09:00", "09:00"), false],
  [hours("09:00", "10:00"), true],
  [hours(null, null, [1]), true],
])("%j leave something out: %s", (filter, leavesOut) => {
  expect(hasActiveHours(filter)).toBe(leavesOut);
});

describe("activeHoursTurns", () => {
  function turns(filter: ActiveHours, from: string, days: number, timeZone: string) {
    const spans = offsetSpans(at(from), at(from) + days * DAY_MS, timeZone);
    return activeHoursTurns(filter, spans).map(
      (turn) => `${turn.isActive ? "on" : "off"} ${formatInstant(turn.at, timeZone)}`,
    );
  }

  it("tells when hours begin and end, and when only the day does", () => {
    expect(
      turns(hours("22:00", "02:00", [1]), "2026-11-23T12:00:00+08:00", 7, "Asia/Shanghai"),
    ).toEqual(["on 2026-11-23T22:00:00+08:00", "off 2026-11-24T02:00:00+08:00"]);
    expect(turns(hours(null, null, [6, 7]), "2026-11-24T00:00:00Z", 6, "Etc/UTC")).toEqual([
      ...["on 2026-11-28T00:00:00+00:00", "off 2026-11-30T00:00:00+00:00"],
    ]);
    expect(turns(hours(null, null), "2026-11-24T00:00:00Z", 9, "Etc/UTC")).toEqual([]);
    const all = [1, 2, 3, 4, 5, 6, 7];
    expect(turns(hours(null, null, all), "2026-11-24T00:00:00Z", 9, "Etc/UTC")).toEqual([]);
  });

  it("does not tell of the moment it starts from, but of the one it ends at", () => {
    const morning = hours("08:00", "09:00");
    expect(turns(morning, "2026-11-24T08:00:00Z", 1, "Etc/UTC")).toEqual([
      ...["off 2026-11-24T09:00:00+00:00", "on 2026-11-25T08:00:00+00:00"],
    ]);
  });

  it("follows clocks that jump", () => {
    expect(turns(hours("02:30", "03:00"), "2026-10-25T00:00:00+02:00", 1, "Europe/Berlin")).toEqual(
      [
        ...["on 2026-10-25T02:30:00+02:00", "off 2026-10-25T02:00:00+01:00"],
        ...["on 2026-10-25T02:30:00+01:00", "off 2026-10-25T03:00:00+01:00"],
      ],
    );
    const gap = turns(hours("02:30", "05:00"), "2026-03-29T00:00:00+01:00", 1, "Europe/Berlin");
    expect(gap).toEqual(["on 2026-03-29T03:00:00+02:00", "off 2026-03-29T05:00:00+02:00"]);
  });

  it("finds every turn and nothing else, in any zone", () => {
    const time = fc
      .tuple(fc.nat({ max: 23 }), fc.constantFrom("00", "15", "30", "59"))
      .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}`);
    const filters = fc
      .tuple(fc.option(fc.tuple(time, time)), fc.subarray([1, 2, 3, 4, 5, 6, 7]))
      .map(([range, days]) => hours(range?.[0] ?? null, range?.[1] ?? null, days));
    const zones = fc.constantFrom(
      ...["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"],
      ...["Asia/Kathmandu", "Africa/Casablanca", "America/Santiago", "Pacific/Apia"],
    );
    const start = at("2026-01-01T00:00:00Z");
    const froms = fc.integer({ min: 0, max: 365 * 96 }).map((n) => start + n * 15 * MINUTE_MS);
    fc.assert(
      fc.property(filters, zones, froms, (filter, zone, from) => {
        const until = from + 9 * DAY_MS;
        const expected: number[] = [];
        let was = isWithinActiveHours(filter, from, zone);
        for (let moment = from + MINUTE_MS; moment <= until; moment += MINUTE_MS) {
          const is = isWithinActiveHours(filter, moment, zone);
          if (is !== was) expected.push(moment);
          was = is;
        }
        const found = activeHoursTurns(filter, offsetSpans(from, until, zone));
        expect(found.map((turn) => turn.at)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });
});

it.each([
  ["00:00", true],
  ["23:59", true],
  ["24:00", false],
  ["9:00", false],
  ["09:60", false],
  ["09:00:00", false],
  ["", false],
])("%s is a time of day: %s", (text, isTime) => {
  expect(isTimeOfDay(text)).toBe(isTime);
});

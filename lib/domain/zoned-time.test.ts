import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dateOfDay,
  dayOfDate,
  formatInstant,
  instantAt,
  isTimeZone,
  timeOfDayMs,
  wallTimeAt,
} from "@/lib/domain/zoned-time";

const at = (text: string) => Date.parse(text);
const wall = (date: string, time: string) => ({
  day: dayOfDate(date),
  timeOfDayMs: timeOfDayMs(time),
});

describe("instantAt", () => {
  it.each([
    ["Asia/Shanghai", "2026-11-25", "00:00", "2026-11-24T16:00:00Z"],
    ["UTC", "1970-01-01", "00:00", "1970-01-01T00:00:00Z"],
    ["Asia/Kathmandu", "2026-06-01", "05:45", "2026-06-01T00:00:00Z"],
    ["Europe/Berlin", "2026-03-29", "01:59", "2026-03-29T00:59:00Z"],
    ["Europe/Berlin", "2026-03-29", "03:00", "2026-03-29T01:00:00Z"],
    ["Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T02:00:00Z"],
    ["America/New_York", "2026-11-01", "02:00", "2026-11-01T07:00:00Z"],
  ])("%s %s %s is %s", (zone, date, time, instant) => {
    expect(instantAt(wall(date, time), zone)).toBe(at(instant));
  });

  it.each([
    ["Europe/Berlin", "2026-03-29", "02:00", "2026-03-29T01:00:00Z"],
    ["Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:00:00Z"],
    ["America/New_York", "2026-03-08", "02:59", "2026-03-08T07:00:00Z"],
    ["Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30:00Z"],
    ["America/Santiago", "2026-09-06", "00:00", "2026-09-06T04:00:00Z"],
    ["Africa/Cairo", "2026-04-24", "00:30", "2026-04-23T22:00:00Z"],
    ["Pacific/Apia", "2011-12-30", "12:00", "2011-12-30T10:00:00Z"],
  ])("in a gap it is the first instant after: %s %s %s", (zone, date, time, instant) => {
    expect(instantAt(wall(date, time), zone)).toBe(at(instant));
  });

  it.each([
    ["Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00Z"],
    ["America/New_York", "2026-11-01", "01:00", "2026-11-01T05:00:00Z"],
    ["Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00Z"],
    ["America/Santiago", "2026-04-04", "23:30", "2026-04-05T02:30:00Z"],
  ])("of two it is the earlier: %s %s %s", (zone, date, time, instant) => {
    expect(instantAt(wall(date, time), zone)).toBe(at(instant));
  });

  it("undoes wallTimeAt, except for the later of two", () => {
    const zone = fc.constantFrom("Asia/Shanghai", "Europe/Berlin", "America/Santiago", "UTC");
    const instant = fc.integer({ min: at("2020-01-01T00:00Z"), max: at("2035-01-01T00:00Z") });
    fc.assert(
      fc.property(zone, instant, (timeZone, moment) => {
        const shown = wallTimeAt(moment, timeZone);
        const back = instantAt(shown, timeZone);
        expect(back).toBeLessThanOrEqual(moment);
        expect(wallTimeAt(back, timeZone)).toEqual(shown);
      }),
    );
  });
});

describe("wallTimeAt", () => {
  it("reads the clocks of the zone, also before 1970", () => {
    expect(wallTimeAt(at("2026-11-24T16:00:00.120Z"), "Asia/Shanghai")).toEqual({
      day: dayOfDate("2026-11-25"),
      timeOfDayMs: 120,
    });
    expect(wallTimeAt(-1, "UTC")).toEqual({ day: -1, timeOfDayMs: 86_399_999 });
  });
});

describe("formatInstant", () => {
  it.each([
    ["2026-11-24T16:00:00Z", "Asia/Shanghai", "2026-11-25T00:00:00+08:00"],
    ["2026-11-24T02:15:00.120Z", "Asia/Shanghai", "2026-11-24T10:15:00.120+08:00"],
    ["2026-11-24T02:15:00.007Z", "UTC", "2026-11-24T02:15:00.007+00:00"],
    ["2026-07-01T12:00:00Z", "America/New_York", "2026-07-01T08:00:00-04:00"],
    ["2026-07-01T12:00:00Z", "America/St_Johns", "2026-07-01T09:30:00-02:30"],
    ["2026-07-01T12:00:00Z", "Asia/Kathmandu", "2026-07-01T17:45:00+05:45"],
    ["2026-12-31T16:00:01Z", "Asia/Shanghai", "2027-01-01T00:00:01+08:00"],
  ])("%s in %s is %s", (instant, zone, text) => {
    expect(formatInstant(at(instant), zone)).toBe(text);
    expect(at(text)).toBe(at(instant));
  });
});

it("knows zones from other words", () => {
  expect(isTimeZone("Asia/Shanghai")).toBe(true);
  expect(isTimeZone("UTC")).toBe(true);
  expect(isTimeZone("Asia/Nowhere")).toBe(false);
  expect(isTimeZone("+08:00")).toBe(false);
  expect(isTimeZone("")).toBe(false);
});

it("counts days from 1970-01-01", () => {
  expect(dayOfDate("1970-01-02")).toBe(1);
  expect(dateOfDay(dayOfDate("2028-02-29") + 1)).toBe("2028-03-01");
  expect(timeOfDayMs("23:59")).toBe(86_340_000);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { businessDateAt, type CalendarWindow, windowAt } from "@/lib/domain/business-day";
import { DAY_MS } from "@/lib/domain/zoned-time";

const at = (text: string) => Date.parse(text);
const shanghai = { timeZone: "Asia/Shanghai", cutOverTime: "00:00" };

function expectWindow(
  window: CalendarWindow,
  moment: string,
  [timeZone, cutOverTime]: readonly [string, string],
  [start, end, businessDate]: readonly [string, string, string],
) {
  expect(windowAt(window, at(moment), { timeZone, cutOverTime })).toEqual({
    start: at(start),
    end: at(end),
    businessDate,
  });
}

describe("a business day", () => {
  it.each([
    ["2026-11-24T10:15:00+08:00", "2026-11-24"],
    ["2026-11-24T00:00:00+08:00", "2026-11-24"],
    ["2026-11-23T23:59:59.999+08:00", "2026-11-23"],
  ])("at midnight cut-over is the calendar day: %s", (moment, date) => {
    expect(businessDateAt(at(moment), shanghai)).toBe(date);
  });

  it.each([
    ["23:00", "2026-11-24T22:59:59.999+08:00", "2026-11-24"],
    ["23:00", "2026-11-24T23:00:00+08:00", "2026-11-25"],
    ["12:00", "2026-11-24T11:59:59.999+08:00", "2026-11-24"],
    ["12:00", "2026-11-24T12:00:00+08:00", "2026-11-25"],
    ["11:59", "2026-11-24T11:58:59.999+08:00", "2026-11-23"],
    ["11:59", "2026-11-24T11:59:00+08:00", "2026-11-24"],
    ["04:00", "2026-11-24T03:59:59.999+08:00", "2026-11-23"],
    ["04:00", "2026-11-24T04:00:00+08:00", "2026-11-24"],
  ])("with cut-over %s: %s belongs to %s", (cutOverTime, moment, date) => {
    expect(businessDateAt(at(moment), { timeZone: "Asia/Shanghai", cutOverTime })).toBe(date);
  });

  it("lasts 23 hours when clocks go forward and 25 when they go back", () => {
    expectWindow(
      "daily",
      "2026-03-29T12:00:00+02:00",
      ["Europe/Berlin", "00:00"],
      ["2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00", "2026-03-29"],
    );
    expectWindow(
      "daily",
      "2026-11-01T12:00:00-05:00",
      ["America/New_York", "00:00"],
      ["2026-11-01T00:00:00-04:00", "2026-11-02T00:00:00-05:00", "2026-11-01"],
    );
  });

  it("opens at the first instant after a cut-over that clocks skip", () => {
    expectWindow(
      "daily",
      "2026-09-06T12:00:00-03:00",
      ["America/Santiago", "00:00"],
      ["2026-09-06T01:00:00-03:00", "2026-09-07T00:00:00-03:00", "2026-09-06"],
    );
    expectWindow(
      "daily",
      "2026-10-04T01:59:00+10:30",
      ["Australia/Lord_Howe", "02:15"],
      ["2026-10-03T02:15:00+10:30", "2026-10-04T02:30:00+11:00", "2026-10-03"],
    );
  });

  it("opens at the earlier of two cut-overs", () => {
    expectWindow(
      "daily",
      "2026-10-25T02:30:00+01:00",
      ["Europe/Berlin", "02:30"],
      ["2026-10-25T02:30:00+02:00", "2026-10-26T02:30:00+01:00", "2026-10-25"],
    );
    expectWindow(
      "daily",
      "2026-04-05T12:00:00-04:00",
      ["America/Santiago", "23:30"],
      ["2026-04-04T23:30:00-03:00", "2026-04-05T23:30:00-04:00", "2026-04-05"],
    );
  });

  it("leaves out a day the zone skipped", () => {
    expectWindow(
      "daily",
      "2011-12-30T10:00:00Z",
      ["Pacific/Apia", "00:00"],
      ["2011-12-31T00:00:00+14:00", "2012-01-01T00:00:00+14:00", "2011-12-31"],
    );
  });
});

describe("a week", () => {
  it.each([
    ["2026-11-23T00:00:00+08:00"],
    ["2026-11-25T12:00:00+08:00"],
    ["2026-11-29T23:59:59.999+08:00"],
  ])("runs from Monday's business day to the next Monday's: %s", (moment) => {
    expectWindow(
      "weekly",
      moment,
      ["Asia/Shanghai", "00:00"],
      ["2026-11-23T00:00:00+08:00", "2026-11-30T00:00:00+08:00", "2026-11-23"],
    );
  });

  it("opens on Sunday evening with a late cut-over", () => {
    expectWindow(
      "weekly",
      "2026-11-22T23:00:00+08:00",
      ["Asia/Shanghai", "23:00"],
      ["2026-11-22T23:00:00+08:00", "2026-11-29T23:00:00+08:00", "2026-11-23"],
    );
  });

  it("knows Mondays before 1970", () => {
    expectWindow(
      "weekly",
      "1969-12-28T12:00:00Z",
      ["UTC", "00:00"],
      ["1969-12-22T00:00:00Z", "1969-12-29T00:00:00Z", "1969-12-22"],
    );
  });
});

describe("a month", () => {
  it.each([
    ["2026-11-30T23:59:59.999+08:00", "2026-11-01", "2026-12-01"],
    ["2026-12-31T12:00:00+08:00", "2026-12-01", "2027-01-01"],
    ["2028-02-29T12:00:00+08:00", "2028-02-01", "2028-03-01"],
    ["2027-02-28T23:59:59.999+08:00", "2027-02-01", "2027-03-01"],
    ["2027-03-01T00:00:00+08:00", "2027-03-01", "2027-04-01"],
  ])("runs from the 1st's business day to the next 1st's: %s", (moment, first, next) => {
    const bounds = [`${first}T00:00:00+08:00`, `${next}T00:00:00+08:00`, first] as const;
    expectWindow("monthly", moment, ["Asia/Shanghai", "00:00"], bounds);
  });

  it("opens with the cut-over of its 1st", () => {
    expectWindow(
      "monthly",
      "2026-10-31T23:00:00+08:00",
      ["Asia/Shanghai", "23:00"],
      ["2026-10-31T23:00:00+08:00", "2026-11-30T23:00:00+08:00", "2026-11-01"],
    );
    expectWindow(
      "monthly",
      "2026-11-01T03:59:00+08:00",
      ["Asia/Shanghai", "04:00"],
      ["2026-10-01T04:00:00+08:00", "2026-11-01T04:00:00+08:00", "2026-10-01"],
    );
  });
});

describe("windows of any kind", () => {
  const windows = fc.record({
    window: fc.constantFrom<CalendarWindow>("daily", "weekly", "monthly"),
    moment: fc.integer({ min: at("2024-01-01T00:00Z"), max: at("2032-01-01T00:00Z") }),
    timeZone: fc.constantFrom(
      "Asia/Shanghai",
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "America/Santiago",
      "Africa/Cairo",
    ),
    cutOverTime: fc.constantFrom("00:00", "00:30", "02:15", "04:00", "11:59", "12:00", "23:30"),
  });

  it("hold their moment, and follow each other without gap or overlap", () => {
    fc.assert(
      fc.property(windows, ({ window, moment, ...cutOver }) => {
        const found = windowAt(window, moment, cutOver);
        expect(found.start).toBeLessThanOrEqual(moment);
        expect(found.end).toBeGreaterThan(moment);
        expect(windowAt(window, found.end, cutOver).start).toBe(found.end);
        expect(windowAt(window, found.start - 1, cutOver).end).toBe(found.start);
        expect(windowAt(window, found.start, cutOver)).toEqual(found);
        expect(windowAt(window, found.end - 1, cutOver)).toEqual(found);
      }),
    );
  });

  it("are whole days long but for an hour", () => {
    fc.assert(
      fc.property(windows, ({ window, moment, ...cutOver }) => {
        const { start, end } = windowAt(window, moment, cutOver);
        const days = Math.round((end - start) / DAY_MS);
        expect(Math.abs(end - start - days * DAY_MS)).toBeLessThanOrEqual(DAY_MS / 24);
        expect({ daily: [1], weekly: [7], monthly: [28, 29, 30, 31] }[window]).toContain(days);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import {
  type DecisionTime,
  dueAt,
  isOfficeHours,
  ROUND_THE_CLOCK,
} from "@/lib/domain/limit-requests/due-at";

const at = (text: string) => Date.parse(`${text}+08:00`);
const SHANGHAI = "Asia/Shanghai";
const clock = (decisionHours: number): DecisionTime => ({
  ...ROUND_THE_CLOCK,
  ...{ decisionHours, timeZone: SHANGHAI },
});
const office = (decisionHours: number, parts: Partial<DecisionTime> = {}): DecisionTime => ({
  ...{ officeFrom: "09:00", officeTo: "18:00", officeDays: [1, 2, 3, 4, 5] },
  ...{ decisionHours, timeZone: SHANGHAI },
  ...parts,
});

describe("when a request should be decided", () => {
  it("is after so many hours, but not after the start that is asked for", () => {
    const noon = at("2026-11-24T12:00");
    expect(dueAt(noon, null, clock(24))).toBe(at("2026-11-25T12:00"));
    expect(dueAt(noon, at("2026-11-25T00:00"), clock(24))).toBe(at("2026-11-25T00:00"));
    expect(dueAt(noon, at("2026-11-24T00:00"), clock(24))).toBe(at("2026-11-25T12:00"));
  });

  // 2026-11-27 is a Friday.
  it("counts the hours of the office alone, over the night and the weekend", () => {
    expect(dueAt(at("2026-11-27T10:00"), null, office(8))).toBe(at("2026-11-27T18:00"));
    expect(dueAt(at("2026-11-27T10:01"), null, office(8))).toBe(at("2026-11-30T09:01"));
    expect(dueAt(at("2026-11-27T17:00"), null, office(10))).toBe(at("2026-11-30T18:00"));
    expect(dueAt(at("2026-11-28T12:00"), null, office(1))).toBe(at("2026-11-30T10:00"));
    expect(dueAt(at("2026-11-27T07:00"), null, office(1))).toBe(at("2026-11-27T10:00"));
    expect(dueAt(at("2026-11-27T18:00"), null, office(1))).toBe(at("2026-11-30T10:00"));
  });

  it("reaches over many weeks, and to the end of the day", () => {
    const mondays = office(3, { officeFrom: "23:00", officeTo: "24:00", officeDays: [1] });
    expect(dueAt(at("2026-11-27T10:00"), null, mondays)).toBe(at("2026-12-15T00:00"));
  });

  it("counts an hour that clocks skip or repeat as it passes", () => {
    const berlin = { timeZone: "Europe/Berlin", officeFrom: "01:00", officeTo: "04:00" };
    const sunday = office(2, { ...berlin, officeDays: [7] });
    expect(dueAt(Date.parse("2026-03-29T00:00Z"), null, sunday)).toBe(
      Date.parse("2026-03-29T02:00Z"),
    );
    const threeHours = { ...sunday, decisionHours: 4 };
    expect(dueAt(Date.parse("2026-10-24T23:00Z"), null, threeHours)).toBe(
      Date.parse("2026-10-25T03:00Z"),
    );
  });
});

it("office hours last an hour at least, on some day", () => {
  expect(isOfficeHours(office(1))).toBe(true);
  expect(isOfficeHours(office(1, { officeTo: "10:00" }))).toBe(true);
  expect(isOfficeHours(office(1, { officeTo: "09:59" }))).toBe(false);
  expect(isOfficeHours(office(1, { officeFrom: "23:01", officeTo: "24:00" }))).toBe(false);
  expect(isOfficeHours(office(1, { officeTo: "09:00" }))).toBe(false);
  expect(isOfficeHours(office(1, { officeDays: [] }))).toBe(false);
  expect(isOfficeHours(ROUND_THE_CLOCK)).toBe(true);
});

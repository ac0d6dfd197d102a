import { describe, expect, it } from "vitest";
import { hoursOfTrading, isWithinTradingHours } from "@/lib/domain/trading-hours";
import { activeHoursTurns } from "@/lib/domain/limits/active-hours";
import { DAY_MS, formatInstant, offsetSpans } from "@/lib/domain/zoned-time";

const at = (text: string) => Date.parse(text);

describe("isWithinTradingHours", () => {
  it.each([
    ["08:00-22:00", "08:00:00", true],
    ["08:00-22:00", "07:59:59.999", false],
    ["08:00-22:00", "21:59:59.999", true],
    ["08:00-22:00", "22:00:00", false],
    ["22:00-02:00", "22:00:00", true],
    ["22:00-02:00", "21:59:59.999", false],
    ["22:00-02:00", "01:59:59.999", true],
    ["22:00-02:00", "02:00:00", false],
    ["22:00-02:00", "00:00:00", true],
    ["00:00-00:00", "00:00:00", true],
    ["09:00-09:00", "08:59:59.999", true],
  ])("%s at %s: %s", (hours, time, open) => {
    expect(isWithinTradingHours(hours, at(`2026-11-24T${time}+08:00`), "Asia/Shanghai")).toBe(open);
  });

  it("goes by the clocks of the zone", () => {
    const noonInBeijing = at("2026-11-24T12:00:00+08:00");
    expect(isWithinTradingHours("10:00-18:00", noonInBeijing, "Asia/Shanghai")).toBe(true);
    expect(isWithinTradingHours("10:00-18:00", noonInBeijing, "Europe/Berlin")).toBe(false);
  });
});

function nextOpening(hours: string, after: number, timeZone: string) {
  const spans = offsetSpans(after, after + 2 * DAY_MS, timeZone);
  return activeHoursTurns(hoursOfTrading(hours), spans).find(({ isActive }) => isActive)?.at ?? 0;
}

describe("the next opening", () => {
  it.each([
    ["08:00-22:00", "2026-11-24T07:59:59.999+08:00", "2026-11-24T08:00:00+08:00"],
    ["08:00-22:00", "2026-11-24T08:00:00+08:00", "2026-11-25T08:00:00+08:00"],
    ["22:00-02:00", "2026-11-24T01:00:00+08:00", "2026-11-24T22:00:00+08:00"],
    ["00:00-12:00", "2026-12-31T23:59:00+08:00", "2027-01-01T00:00:00+08:00"],
  ])("of %s after %s is %s", (hours, after, opening) => {
    expect(nextOpening(hours, at(after), "Asia/Shanghai")).toBe(at(opening));
  });

  it("is after the gap when clocks skip the opening time", () => {
    const opening = nextOpening("02:30-05:00", at("2026-03-29T00:00:00+01:00"), "Europe/Berlin");
    expect(formatInstant(opening, "Europe/Berlin")).toBe("2026-03-29T03:00:00+02:00");
  });
});

import { expect, it } from "vitest";
import { withClock } from "@/lib/i18n/clock";
import { formatMoment } from "@/lib/i18n/format-moment";

const EVENING = Date.UTC(2026, 10, 24, 10, 30);
const MIDNIGHT = Date.UTC(2026, 10, 23, 16, 0);

it.each([
  ["en", "h23", EVENING, "18:30"],
  ["en", "h12", EVENING, "6:30 pm"],
  ["zh-CN", "h23", EVENING, "18:30"],
  ["zh-CN", "h12", EVENING, "下午6:30"],
  ["en", "h23", MIDNIGHT, "00:00"],
  ["en", "h12", MIDNIGHT, "12:00 am"],
] as const)("tells the time of day in %s by the %s clock", (locale, clock, at, text) => {
  const told = formatMoment(at, "time", "Asia/Shanghai", withClock(locale, clock));
  expect(told.replace(/\s/g, " ")).toBe(text);
});

it("leaves a day without a clock as it is", () => {
  const day = formatMoment(EVENING, "date", "Asia/Shanghai", withClock("en", "h12"));
  expect(day).toBe("24 Nov 2026");
});

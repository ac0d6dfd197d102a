import { expect, it } from "vitest";
import type { Window } from "@/lib/domain/limits/limit";
import { reviewDays } from "@/lib/domain/limit-requests/review-days";

const cutOver = { timeZone: "Asia/Shanghai", cutOverTime: "00:00" };
const now = Date.parse("2026-12-02T10:00:00+08:00");
const counted = [
  { date: "2026-11-01", amountMinor: 7, count: 1, largestMinor: 7 },
  { date: "2026-11-30", amountMinor: 30, count: 2, largestMinor: 20 },
  { date: "2026-12-01", amountMinor: 5, count: 1, largestMinor: 5 },
];
const refusedAt = [
  Date.parse("2026-12-01T00:00:00+08:00"),
  Date.parse("2026-12-01T23:59:00+08:00"),
];
const of = (window: Window) =>
  reviewDays(counted, refusedAt, { window, days: 3, now, cutOver }).map((day) => day.amountMinor);

it("measures a charge by the day's largest, a day by its sum, a week or month by what it held so far", () => {
  expect(of("per_transaction")).toEqual([20, 5, 0]);
  expect(of("daily")).toEqual([30, 5, 0]);
  expect(of("weekly")).toEqual([30, 35, 35]);
  expect(of("rolling")).toEqual([30, 5, 0]);
  expect(of("monthly")).toEqual([37, 5, 5]);
});

it("counts refusals on the business day they fell on", () => {
  const days = reviewDays(counted, refusedAt, { window: "daily", days: 3, now, cutOver });
  expect(days.map(({ date, refused }) => [date, refused])).toEqual([
    ["2026-11-30", 0],
    ["2026-12-01", 2],
    ["2026-12-02", 0],
  ]);
});

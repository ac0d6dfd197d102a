import { expect, it } from "vitest";
import { windowUse } from "@/lib/domain/limits/window-use";
import type { CounterState, LimitVersion } from "@/lib/domain/limits/limit";

const cutOver = { timeZone: "Asia/Shanghai", cutOverTime: "00:00" };
const day = (text: string) => Date.parse(`${text}T00:00:00+08:00`);

const base: LimitVersion = {
  version: 1,
  kind: "base",
  maxAmountMinor: 100,
  maxCount: null,
  minAmountMinor: null,
  warnPercent: 80,
  startsAt: null,
  endsAt: null,
  status: "active",
};
const counter = (start: string, end: string, used: number): CounterState => ({
  windowStart: day(start),
  windowEnd: day(end),
  usedAmountMinor: used,
  usedCount: 1,
  reservedAmountMinor: 0,
  reservedCount: 0,
});

it("lines up each business day with the limit that stood at its end", () => {
  const raised = { ...base, version: 2, maxAmountMinor: 200, startsAt: day("2026-11-23") + 1 };
  const limit = {
    versions: [base, raised],
    counters: [counter("2026-11-22", "2026-11-23", 70), counter("2026-11-24", "2026-11-25", 150)],
  };
  const at = day("2026-11-24") + 3_600_000;
  expect(
    windowUse(limit, { window: "daily", count: 3 }, at, cutOver).map((use) => [
      use.businessDate,
      use.usedAmountMinor,
      use.maxAmountMinor,
    ]),
  ).toEqual([
    ["2026-11-22", 70, 100],
    ["2026-11-23", 0, 200],
    ["2026-11-24", 150, 200],
  ]);
});

it("does not look ahead into the running day", () => {
  const at = day("2026-11-24") + 3_600_000;
  const tonight = { ...base, version: 2, maxAmountMinor: 50, startsAt: at + 1 };
  const [today] = windowUse(
    { versions: [base, tonight], counters: [] },
    { window: "daily", count: 1 },
    at,
    cutOver,
  );
  expect(today).toMatchObject({ usedAmountMinor: 0, maxAmountMinor: 100 });
});

it("goes back by weeks and months as they begin", () => {
  const at = day("2026-11-24") + 3_600_000;
  const limit = { versions: [base], counters: [counter("2026-10-01", "2026-11-01", 90)] };
  const of = (window: "weekly" | "monthly") =>
    windowUse(limit, { window, count: 2 }, at, cutOver).map((use) => [
      use.businessDate,
      use.usedAmountMinor,
    ]);
  expect(of("weekly")).toEqual([
    ["2026-11-16", 0],
    ["2026-11-23", 0],
  ]);
  expect(of("monthly")).toEqual([
    ["2026-10-01", 90],
    ["2026-11-01", 0],
  ]);
});

import { describe, expect, it } from "vitest";
import type { LimitState, LimitVersion } from "@/lib/domain/limits/limit";
import { percentUsed, viewLimit, wholePercent } from "@/lib/domain/limits/limit-view";

const cutOver = { timeZone: "Asia/Shanghai", cutOverTime: "00:00" };
const at = Date.parse("2026-11-24T10:15:00+08:00");
const midnight = Date.parse("2026-11-25T00:00:00+08:00");

const version: LimitVersion = {
  version: 1,
  kind: "base",
  maxAmountMinor: 30_000_000,
  maxCount: 20,
  minAmountMinor: null,
  warnPercent: 80,
  startsAt: null,
  endsAt: null,
  status: "active",
};

const limit: LimitState = {
  limitId: "lim_1",
  scope: "terminal",
  store: null,
  terminalId: "00018644",
  window: "daily",
  windowSeconds: null,
  currency: "CNY",
  filters: {
    entryModes: [],
    fundingSources: [],
    cardOrigins: [],
    timeFrom: null,
    timeTo: null,
    daysOfWeek: [],
  },
  versions: [version],
  counters: [
    {
      windowStart: Date.parse("2026-11-24T00:00:00+08:00"),
      windowEnd: midnight,
      usedAmountMinor: 27_000_000,
      usedCount: 7,
      reservedAmountMinor: 1_000_000,
      reservedCount: 1,
    },
  ],
};

describe("viewLimit", () => {
  it("shows the version in force with what its window counted", () => {
    expect(viewLimit(limit, at, cutOver)).toMatchObject({
      limitId: "lim_1",
      status: "active",
      amount: { max: 30_000_000, used: 27_000_000, reserved: 1_000_000, remaining: 2_000_000 },
      count: { max: 20, used: 7, reserved: 1, remaining: 12, percentUsed: 40 },
      resetsAt: midnight,
    });
  });

  it("counts nothing once the window is over", () => {
    const view = viewLimit(limit, midnight, cutOver);
    expect(view?.amount).toMatchObject({ used: 0, remaining: 30_000_000, percentUsed: 0 });
  });

  it("counts nothing per transaction, and never resets", () => {
    const view = viewLimit({ ...limit, window: "per_transaction" }, at, cutOver);
    expect(view?.amount).toMatchObject({ used: 0, reserved: 0, remaining: 30_000_000 });
    expect(view).toMatchObject({ count: null, resetsAt: null });
  });

  it("shows a rolling limit by its one counter until its oldest leaves", () => {
    const rolling = { ...limit, window: "rolling", windowSeconds: 3_600 } as const;
    expect(viewLimit(rolling, at, cutOver)).toMatchObject({
      ...{ windowSeconds: 3_600, resetsAt: midnight, amount: { used: 27_000_000 } },
    });
    const unused = viewLimit({ ...rolling, counters: [] }, at, cutOver);
    expect(unused).toMatchObject({ resetsAt: null, amount: { used: 0 }, count: { used: 0 } });
  });

  it("shows the next version as scheduled while none binds", () => {
    const later = { ...version, startsAt: midnight };
    const latest = { ...version, version: 2, startsAt: midnight + 1 };
    const view = viewLimit({ ...limit, versions: [latest, later] }, at, cutOver);
    expect(view).toMatchObject({ status: "scheduled", version: 1, startsAt: midnight });
  });

  it("shows nothing when every version has ended or was withdrawn", () => {
    const ended = { ...version, endsAt: at };
    const withdrawn = { ...version, version: 2, startsAt: midnight, status: "disabled" } as const;
    expect(viewLimit({ ...limit, versions: [ended, withdrawn] }, at, cutOver)).toBeNull();
  });

  it("has no measure where there is no maximum", () => {
    const open = { ...version, maxAmountMinor: null };
    expect(viewLimit({ ...limit, versions: [open] }, at, cutOver)?.amount).toBeNull();
  });
});

it.each([
  [27_000_000, 30_000_000, 90],
  [1, 3, 33.3],
  [5, 4, 125],
  [0, 0, 100],
])("%d of %d is %d %%", (taken, max, percent) => {
  expect(percentUsed(taken, max)).toBe(percent);
});

it.each([
  [27_895_000, 30_000_000, 93],
  [29_999_999, 30_000_000, 99],
  [30_000_000, 30_000_000, 100],
  [41_100, 30_000, 137],
  [0, 0, 100],
])("%d of %d is told as %d %%", (taken, max, percent) => {
  expect(wholePercent(taken, max)).toBe(percent);
});

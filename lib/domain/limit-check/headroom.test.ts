import { describe, expect, it } from "vitest";
import { headroomAt } from "@/lib/domain/limit-check/headroom";
import {
  SAMPLE_AT,
  sampleLimit,
  type SampleParts,
  sampleSnapshot,
} from "@/lib/domain/limit-check/sample-snapshot";

const tomorrow = Date.parse("2026-11-25T00:00:00+08:00");
const december = Date.parse("2026-12-01T00:00:00+08:00");
const attributes = { terminalId: "00018644", currency: "CNY" };
const headroom = (parts: SampleParts) => headroomAt(sampleSnapshot(parts), attributes, SAMPLE_AT);

const single = (maxAmountMinor: number | null, minAmountMinor: number | null = null) =>
  sampleLimit({ limitId: "lim_s", window: "per_transaction", maxAmountMinor, minAmountMinor });
const daily = (maxAmountMinor: number | null, maxCount: number | null = null) =>
  sampleLimit({ limitId: "lim_d", maxAmountMinor, maxCount });
const monthly = (maxAmountMinor: number | null, maxCount: number | null = null) =>
  sampleLimit({ limitId: "lim_m", window: "monthly", maxAmountMinor, maxCount });

describe("the amount", () => {
  it("is unlimited without a maximum", () => {
    expect(headroom({})).toEqual({ amountMinor: null, count: null, resetsAt: null });
    expect(headroom({ limits: [single(null, 500)] }).amountMinor).toBeNull();
  });

  it.each([
    [[single(500), daily(1_000), monthly(2_000)], 500, null],
    [[single(5_000), daily(1_000), monthly(2_000)], 1_000, tomorrow],
    [[single(5_000), daily(3_000), monthly(2_000)], 2_000, december],
    [[daily(0)], 0, tomorrow],
  ])(
    "is what the tightest limit leaves, until that resets: %#",
    (limits, amountMinor, resetsAt) => {
      expect(headroom({ limits })).toEqual({ amountMinor, count: null, resetsAt });
    },
  );

  it("of limits that leave the same takes the last reset, none when one never resets", () => {
    expect(headroom({ limits: [daily(7), monthly(7)] }).resetsAt).toBe(december);
    expect(headroom({ limits: [monthly(7), daily(7)] }).resetsAt).toBe(december);
    expect(headroom({ limits: [daily(7), single(7), monthly(7)] }).resetsAt).toBeNull();
  });

  it("takes the end of a running window from its counter", () => {
    const windowEnd = SAMPLE_AT + 1;
    const counter = { usedAmountMinor: 400, reservedAmountMinor: 100, windowEnd };
    const limits = [sampleLimit({ maxAmountMinor: 1_000, counter })];
    expect(headroom({ limits })).toEqual({ amountMinor: 500, count: null, resetsAt: windowEnd });
  });

  it("of a rolling limit resets when its oldest leaves, and not while nothing is counted", () => {
    const rolling = { window: "rolling", windowSeconds: 3_600, maxAmountMinor: 900 } as const;
    const counter = { usedAmountMinor: 400, windowEnd: SAMPLE_AT + 5 };
    expect(headroom({ limits: [sampleLimit({ ...rolling, counter })] })).toMatchObject({
      ...{ amountMinor: 500, resetsAt: SAMPLE_AT + 5 },
    });
    const unused = sampleLimit({ ...rolling, counter: { windowEnd: SAMPLE_AT + 5 } });
    expect(headroom({ limits: [unused] })).toMatchObject({ amountMinor: 900, resetsAt: null });
  });

  it("is what stores and weeks leave too, within their hours only", () => {
    const weekly = { scope: "store", store: "Front", window: "weekly", maxAmountMinor: 7 } as const;
    expect(headroom({ limits: [sampleLimit(weekly)] })).toMatchObject({
      ...{ amountMinor: 7, resetsAt: Date.parse("2026-11-30T00:00:00+08:00") },
    });
    const onMondays = sampleLimit({ ...weekly, filters: { daysOfWeek: [1] } });
    expect(headroom({ limits: [onMondays] }).amountMinor).toBeNull();
  });

  it("is nothing once a count is used up, until that resets", () => {
    const limits = [daily(1_000), monthly(null, 0)];
    expect(headroom({ limits })).toEqual({ amountMinor: 0, count: 0, resetsAt: december });
  });

  it("is nothing when it would fall below a minimum, and all of it exactly at the minimum", () => {
    expect(headroom({ limits: [single(9_000, 501), daily(500)] })).toEqual({
      amountMinor: 0,
      count: null,
      resetsAt: tomorrow,
    });
    expect(headroom({ limits: [single(9_000, 500), daily(500)] }).amountMinor).toBe(500);
  });

  it("is nothing when anything but a limit blocks", () => {
    const limits = [daily(1_000, 3)];
    expect(headroom({ limits, terminal: { status: "lost" } })).toEqual({
      amountMinor: 0,
      count: 3,
      resetsAt: null,
    });
    expect(headroom({ merchant: null }).amountMinor).toBe(0);
    expect(headroom({ terminal: null }).amountMinor).toBe(0);
  });

  it("is not lowered by warnings", () => {
    const terminal = { reportedTerminalId: "X" };
    expect(headroom({ limits: [daily(1_000)], terminal }).amountMinor).toBe(1_000);
  });
});

it("counts the fewest charges left of any limit", () => {
  expect(headroom({ limits: [daily(null, 5), monthly(null, 9)] })).toEqual({
    amountMinor: null,
    count: 5,
    resetsAt: null,
  });
  expect(headroom({ limits: [daily(null, 5), monthly(null, 4)] }).count).toBe(4);
});

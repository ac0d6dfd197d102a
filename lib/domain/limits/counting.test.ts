import { describe, expect, it } from "vitest";
import { sampleCounter } from "@/lib/domain/limit-check/sample-snapshot";
import { counterAt, counterOf, remainingOf, resetsAt } from "@/lib/domain/limits/counting";

const cutOver = { timeZone: "Asia/Shanghai", cutOverTime: "00:00" };
const noon = Date.parse("2026-11-24T12:00:00+08:00");

it("finds the counter whose window holds the moment, start included and end not", () => {
  const counters = [
    sampleCounter({ windowStart: 10, windowEnd: 20 }),
    sampleCounter({ windowStart: 20, windowEnd: 30 }),
  ];
  const found = [9, 10, 19, 20, 29, 30].map((at) => counterAt(counters, at)?.windowStart);
  expect(found).toEqual([undefined, 10, 10, 20, 20, undefined]);
});

it("finds the only counter of a rolling limit at any moment, of others the moment's", () => {
  const counters = [sampleCounter({ windowStart: 10, windowEnd: 20 })];
  expect(counterOf({ window: "rolling", counters }, 99)).toBe(counters[0]);
  expect(counterOf({ window: "rolling", counters: [] }, 15)).toBeNull();
  expect(counterOf({ window: "daily", counters }, 99)).toBeNull();
  expect(counterOf({ window: "daily", counters }, 15)).toBe(counters[0]);
});

describe("remainingOf", () => {
  const max = Number.MAX_SAFE_INTEGER;

  it.each([
    [100, 60, 30, 10],
    [100, 60, 40, 0],
    [100, 60, 41, 0],
    [100, 100, 0, 0],
    [100, 101, 0, 0],
    [0, 0, 0, 0],
    [max, max - 1, 0, 1],
    [max, max, max, 0],
    [max, 0, max, 0],
  ])("of %d with %d used and %d reserved is %d", (maximum, used, reserved, remaining) => {
    expect(remainingOf(maximum, used, reserved)).toBe(remaining);
  });
});

describe("resetsAt", () => {
  it.each([
    ["per_transaction", null],
    ["rolling", null],
    ["daily", "2026-11-25T00:00:00+08:00"],
    ["weekly", "2026-11-30T00:00:00+08:00"],
    ["monthly", "2026-12-01T00:00:00+08:00"],
  ] as const)("of %s is %s", (window, reset) => {
    expect(resetsAt(window, null, noon, cutOver)).toBe(reset === null ? null : Date.parse(reset));
  });

  it("is the end the running window began with", () => {
    expect(resetsAt("daily", sampleCounter({ windowEnd: 77 }), noon, cutOver)).toBe(77);
  });

  it.each(["usedAmountMinor", "usedCount", "reservedAmountMinor", "reservedCount"] as const)(
    "of a rolling limit is when the oldest one leaves, once there is any: %s",
    (field) => {
      const counter = sampleCounter({ [field]: 1, windowEnd: noon + 1 });
      expect(resetsAt("rolling", counter, noon, cutOver)).toBe(noon + 1);
      expect(resetsAt("rolling", counter, noon + 1, cutOver)).toBeNull();
      expect(resetsAt("rolling", { ...counter, [field]: 0 }, noon, cutOver)).toBeNull();
    },
  );
});

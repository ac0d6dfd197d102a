import { describe, expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";
import { warnLevelOf } from "@/lib/domain/limit-check/rules/limit-nearly-reached";
import { type SampleLimit, sampleLimit } from "@/lib/domain/limit-check/sample-snapshot";

const CODE = "LIMIT_NEARLY_REACHED";
const warnings = (limit: SampleLimit, amountMinor = 1_000) =>
  sampleReasons(CODE, { limits: [sampleLimit(limit)] }, { amountMinor });

describe("an amount limit", () => {
  const counter = { usedAmountMinor: 60_000, reservedAmountMinor: 10_000 };

  it("warns from exactly the warn level on, this charge included", () => {
    expect(warnings({ maxAmountMinor: 100_000, counter }, 10_000)).toMatchObject([
      {
        ...{ severity: "warn", owner: "acquirer", cause: "limit", action: "REQUEST_LIMIT_CHANGE" },
        about: {
          ...{ measure: "amount", limit: 100_000, used: 60_000, reserved: 10_000 },
          remaining: 30_000,
        },
      },
    ]);
    expect(warnings({ maxAmountMinor: 100_000, counter }, 9_999)).toEqual([]);
  });

  it("takes its own warn level", () => {
    const limit = { maxAmountMinor: 100_000, counter, warnPercent: 95 };
    expect(warnings(limit, 24_999)).toEqual([]);
    expect(warnings(limit, 25_000)).toHaveLength(1);
  });

  it("still warns when used up exactly, and leaves it to the refusal beyond", () => {
    expect(warnings({ maxAmountMinor: 100_000, counter }, 30_000)).toHaveLength(1);
    expect(warnings({ maxAmountMinor: 100_000, counter }, 30_001)).toEqual([]);
  });

  it("warns of months, never of single charges", () => {
    expect(warnings({ window: "monthly", maxAmountMinor: 1_000 })).toHaveLength(1);
    expect(warnings({ window: "per_transaction", maxAmountMinor: 1_000 })).toEqual([]);
  });
});

describe("a count limit", () => {
  it("warns when one more charge reaches the warn level", () => {
    const counter = { usedCount: 5, reservedCount: 2 };
    expect(warnings({ maxCount: 10, counter })).toMatchObject([
      { about: { measure: "count", limit: 10, used: 5, reserved: 2, remaining: 3 } },
    ]);
    expect(warnings({ maxCount: 10, counter: { usedCount: 6 } })).toEqual([]);
  });
});

it("warns of both measures of a limit, and of none when either blocks", () => {
  expect(warnings({ maxAmountMinor: 1_000, maxCount: 1 })).toHaveLength(2);
  expect(warnings({ maxAmountMinor: 1_000, maxCount: 0 })).toEqual([]);
  expect(warnings({ maxAmountMinor: 999, maxCount: 1 })).toEqual([]);
});

describe("warnLevelOf", () => {
  it.each([
    [100, 80, 80],
    [99, 80, 80],
    [1, 80, 1],
    [0, 80, 0],
    [101, 50, 51],
    [150, 1, 2],
    [12_345, 100, 12_345],
    [9_007_199_254_740_991, 100, 9_007_199_254_740_991],
    [9_007_199_254_740_991, 80, 7_205_759_403_792_793],
  ])("of %d at %d percent is %d", (maximum, percent, level) => {
    expect(warnLevelOf(maximum, percent)).toBe(level);
  });
});

it.each(["weekly", "rolling"] as const)("warns of a %s limit too", (window) => {
  const counter = { usedAmountMinor: 70_000 };
  const limits = [sampleLimit({ window, maxAmountMinor: 100_000, counter })];
  expect(sampleReasons(CODE, { limits }, { amountMinor: 10_000 })).toHaveLength(1);
  expect(sampleReasons(CODE, { limits }, { amountMinor: 9_999 })).toEqual([]);
  expect(sampleReasons(CODE, { limits }, { amountMinor: 30_001 })).toEqual([]);
});

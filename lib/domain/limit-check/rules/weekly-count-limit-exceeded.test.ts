import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";
import { type SampleLimit, sampleLimit } from "@/lib/domain/limit-check/sample-snapshot";

const CODE = "WEEKLY_COUNT_LIMIT_EXCEEDED";
const limitWith = (parts: SampleLimit) => sampleLimit({ window: "weekly", maxCount: 10, ...parts });

it("refuses the charge after the last one allowed, and passes the last", () => {
  const limits = [limitWith({ counter: { usedCount: 7, reservedCount: 3 } })];
  expect(sampleReasons(CODE, { limits })).toMatchObject([
    {
      ...{ severity: "block", owner: "acquirer", cause: "limit", action: "REQUEST_LIMIT_CHANGE" },
      about: {
        ...{ window: "weekly", measure: "count", limit: 10, used: 7, reserved: 3, remaining: 0 },
        resetsAt: Date.parse("2026-11-25T00:00:00+08:00"),
      },
    },
  ]);
  const oneLeft = [limitWith({ counter: { usedCount: 6, reservedCount: 3 } })];
  expect(sampleReasons(CODE, { limits: oneLeft })).toEqual([]);
});

it("allows none at 0", () => {
  expect(sampleReasons(CODE, { limits: [limitWith({ maxCount: 0 })] })).toHaveLength(1);
});

it("leaves limits of other windows and limits without a maximum count alone", () => {
  const limits = [
    limitWith({ window: "monthly", maxCount: 0 }),
    limitWith({ maxCount: null, maxAmountMinor: 0 }),
    sampleLimit({ window: "per_transaction", maxCount: 0 }),
  ];
  expect(sampleReasons(CODE, { limits })).toEqual([]);
});

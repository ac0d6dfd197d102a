import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";
import { SAMPLE_AT, type SampleLimit, sampleLimit } from "@/lib/domain/limit-check/sample-snapshot";

const CODE = "ROLLING_AMOUNT_LIMIT_EXCEEDED";
const limitWith = (parts: SampleLimit) =>
  sampleLimit({ window: "rolling", windowSeconds: 3_600, maxAmountMinor: 100_000, ...parts });
const counter = { usedAmountMinor: 60_000, reservedAmountMinor: 30_000, usedCount: 99 };

it("refuses more than is left beside used and reserved, and passes exactly what is left", () => {
  const limits = [limitWith({ counter })];
  expect(sampleReasons(CODE, { limits }, { amountMinor: 10_001 })).toMatchObject([
    {
      ...{ severity: "block", owner: "acquirer", cause: "limit", action: "REQUEST_LIMIT_CHANGE" },
      about: {
        ...{ limitId: "lim_1", window: "rolling", measure: "amount", limit: 100_000 },
        ...{ used: 60_000, reserved: 30_000, remaining: 10_000 },
        resetsAt: Date.parse("2026-11-25T00:00:00+08:00"),
      },
    },
  ]);
  expect(sampleReasons(CODE, { limits }, { amountMinor: 10_000 })).toEqual([]);
});

it("has the whole maximum when nothing is counted, and then nothing to wait for", () => {
  for (const limits of [[limitWith({})], [limitWith({ counter: {} })]]) {
    const [reason] = sampleReasons(CODE, { limits }, { amountMinor: 100_001 });
    expect(reason?.about).toMatchObject({
      ...{ used: 0, reserved: 0, remaining: 100_000, windowSeconds: 3_600, resetsAt: null },
    });
    expect(sampleReasons(CODE, { limits }, { amountMinor: 100_000 })).toEqual([]);
  }
});

it("has nothing left, not less, once more was charged than allowed", () => {
  const limits = [limitWith({ counter: { usedAmountMinor: Number.MAX_SAFE_INTEGER } })];
  const [reason] = sampleReasons(CODE, { limits }, { amountMinor: 1 });
  expect(reason?.about).toMatchObject({ remaining: 0 });
});

it("keeps what it counts until told otherwise, whenever its oldest was to leave", () => {
  const limits = [limitWith({ counter: { ...counter, windowEnd: SAMPLE_AT } })];
  const [reason] = sampleReasons(CODE, { limits }, { amountMinor: 10_001 });
  expect(reason?.about).toMatchObject({ used: 60_000, resetsAt: null });
});

it("leaves limits of other windows and limits without a maximum amount alone", () => {
  const limits = [
    limitWith({ window: "monthly", maxAmountMinor: 1 }),
    limitWith({ maxAmountMinor: null, maxCount: 0 }),
  ];
  expect(sampleReasons(CODE, { limits })).toEqual([]);
});

import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";
import { SAMPLE_AT, type SampleLimit, sampleLimit } from "@/lib/domain/limit-check/sample-snapshot";
import { AMOUNT_COUNTER, testsAmountOf } from "@/lib/domain/limit-check/test-exceeded-limits";

const CODE = "ROLLING_AMOUNT_LIMIT_EXCEEDED";
const ROLLING = { window: "rolling", windowSeconds: 3_600 } as const;
const limitWith = (parts: SampleLimit) =>
  sampleLimit({ ...ROLLING, maxAmountMinor: 100_000, ...parts });

testsAmountOf(CODE, { ...ROLLING, other: "monthly" });

it("has the whole maximum when nothing is counted, and then nothing to wait for", () => {
  for (const limits of [[limitWith({})], [limitWith({ counter: {} })]]) {
    const [reason] = sampleReasons(CODE, { limits }, { amountMinor: 100_001 });
    expect(reason?.about).toMatchObject({
      ...{ used: 0, reserved: 0, remaining: 100_000, windowSeconds: 3_600, resetsAt: null },
    });
    expect(sampleReasons(CODE, { limits }, { amountMinor: 100_000 })).toEqual([]);
  }
});

it("keeps what it counts until told otherwise, whenever its oldest was to leave", () => {
  const limits = [limitWith({ counter: { ...AMOUNT_COUNTER, windowEnd: SAMPLE_AT } })];
  const [reason] = sampleReasons(CODE, { limits }, { amountMinor: 10_001 });
  expect(reason?.about).toMatchObject({ used: 60_000, resetsAt: null });
});

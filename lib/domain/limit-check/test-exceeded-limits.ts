import { expect, it } from "vitest";
import type { ReasonCode } from "@/lib/domain/limit-check/reason-codes";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";
import { SAMPLE_AT, type SampleLimit, sampleLimit } from "@/lib/domain/limit-check/sample-snapshot";

/** The limits a rule is about: their window, and one of another window that it leaves alone. */
type Subject = Pick<SampleLimit, "window" | "windowSeconds"> & { other: SampleLimit["window"] };

const REFUSAL = {
  severity: "block",
  owner: "acquirer",
  cause: "limit",
  action: "REQUEST_LIMIT_CHANGE",
};

// The counter of the examples ends with the sample's day.
const COUNTER_END = Date.parse("2026-11-25T00:00:00+08:00");

export const AMOUNT_COUNTER = {
  usedAmountMinor: 60_000,
  reservedAmountMinor: 30_000,
  usedCount: 99,
};

/** What every rule about a window's amount keeps to; examples have a maximum of 1,000.00. */
export function testsAmountOf(code: ReasonCode, { other, ...limit }: Subject): void {
  const limitWith = (parts: SampleLimit) =>
    sampleLimit({ ...limit, maxAmountMinor: 100_000, ...parts });

  it("refuses more than is left beside used and reserved, and passes exactly what is left", () => {
    const limits = [limitWith({ counter: AMOUNT_COUNTER })];
    expect(sampleReasons(code, { limits }, { amountMinor: 10_001 })).toMatchObject([
      {
        ...REFUSAL,
        about: {
          ...{ limitId: "lim_1", window: limit.window, measure: "amount", limit: 100_000 },
          ...{ used: 60_000, reserved: 30_000, remaining: 10_000, resetsAt: COUNTER_END },
        },
      },
    ]);
    expect(sampleReasons(code, { limits }, { amountMinor: 10_000 })).toEqual([]);
  });

  it("has nothing left, not less, once more was charged than allowed", () => {
    const limits = [limitWith({ counter: { usedAmountMinor: Number.MAX_SAFE_INTEGER } })];
    const [reason] = sampleReasons(code, { limits }, { amountMinor: 1 });
    expect(reason?.about).toMatchObject({ remaining: 0 });
  });

  it("leaves limits of other windows and limits without a maximum amount alone", () => {
    const limits = [
      limitWith({ window: other, maxAmountMinor: 1 }),
      limitWith({ maxAmountMinor: null, maxCount: 0 }),
    ];
    expect(sampleReasons(code, { limits })).toEqual([]);
  });
}

/** What every rule about the amount of a window of the calendar keeps to besides. */
export function testsAmountUntil(end: string, code: ReasonCode, limit: Subject): void {
  const limitWith = (parts: SampleLimit) =>
    sampleLimit({ window: limit.window, maxAmountMinor: 100_000, ...parts });

  testsAmountOf(code, limit);

  it("has the whole maximum when nothing is counted, until the window ends", () => {
    const limits = [limitWith({})];
    const [reason] = sampleReasons(code, { limits }, { amountMinor: 100_001 });
    expect(reason?.about).toMatchObject({
      ...{ used: 0, reserved: 0, remaining: 100_000, resetsAt: Date.parse(end) },
    });
    expect(sampleReasons(code, { limits }, { amountMinor: 100_000 })).toEqual([]);
  });

  it("forgets a counter whose window is over", () => {
    const limits = [limitWith({ counter: { ...AMOUNT_COUNTER, windowEnd: SAMPLE_AT } })];
    expect(sampleReasons(code, { limits }, { amountMinor: 100_000 })).toEqual([]);
  });
}

/** What every rule about a window's count keeps to; examples have a maximum of 10. */
export function testsCountOf(code: ReasonCode, { other, ...limit }: Subject): void {
  const limitWith = (parts: SampleLimit) => sampleLimit({ ...limit, maxCount: 10, ...parts });

  it("refuses the charge after the last one allowed, and passes the last", () => {
    const limits = [limitWith({ counter: { usedCount: 7, reservedCount: 3 } })];
    expect(sampleReasons(code, { limits })).toMatchObject([
      {
        ...REFUSAL,
        about: {
          ...{ window: limit.window, measure: "count", limit: 10, resetsAt: COUNTER_END },
          ...{ used: 7, reserved: 3, remaining: 0 },
        },
      },
    ]);
    const oneLeft = [limitWith({ counter: { usedCount: 6, reservedCount: 3 } })];
    expect(sampleReasons(code, { limits: oneLeft })).toEqual([]);
  });

  it("allows none at 0", () => {
    expect(sampleReasons(code, { limits: [limitWith({ maxCount: 0 })] })).toHaveLength(1);
  });

  it("leaves limits of other windows and limits without a maximum count alone", () => {
    const limits = [
      limitWith({ window: other, maxCount: 0 }),
      limitWith({ maxCount: null, maxAmountMinor: 0 }),
      sampleLimit({ window: "per_transaction", maxCount: 0 }),
    ];
    expect(sampleReasons(code, { limits })).toEqual([]);
  });
}

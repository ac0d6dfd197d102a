import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleLimit } from "@/lib/domain/limit-check/sample-snapshot";
import type { RollingEntry } from "@/lib/domain/limits/limit";
import { freedMoments, ledgerOf, usedAt } from "@/lib/domain/limits/rolling-use";

const limitOf = (entries: readonly RollingEntry[] | undefined, windowSeconds: number | null = 60) =>
  sampleLimit({ window: "rolling", windowSeconds, ...(entries && { entries }) });
const ledger = (...entries: RollingEntry[]) => ledgerOf(limitOf(entries))!;

it("is not known without entries or without a length", () => {
  expect(ledgerOf(limitOf(undefined))).toBeNull();
  expect(ledgerOf(limitOf([], null))).toBeNull();
});

describe("what is used", () => {
  it("lies after t - s and no later than t", () => {
    const one = ledger([1_000, 7, 1]);
    const used = [999, 1_000, 60_999, 61_000].map((at) => usedAt(one, at).usedAmountMinor);
    expect(used).toEqual([0, 7, 7, 0]);
  });

  it("is summed in amounts and counts, whatever order times repeat in", () => {
    const some = ledger([0, 1, 1], [5, 2, 1], [5, 4, 0], [9, 8, 1]);
    expect(usedAt(some, 9)).toEqual({ usedAmountMinor: 15, usedCount: 3 });
    expect(usedAt(some, 60_005)).toEqual({ usedAmountMinor: 8, usedCount: 1 });
    expect(usedAt(ledger(), 9)).toEqual({ usedAmountMinor: 0, usedCount: 0 });
  });

  it("is what adding up one by one gives", () => {
    const entry = fc.tuple(fc.nat({ max: 200_000 }), fc.nat({ max: 9 }), fc.nat({ max: 1 }));
    fc.assert(
      fc.property(fc.array(entry), fc.nat({ max: 300_000 }), (unsorted, at) => {
        const entries = unsorted.toSorted((one, other) => one[0] - other[0]);
        const inside = entries.filter(([moment]) => moment > at - 60_000 && moment <= at);
        expect(usedAt(ledger(...entries), at)).toEqual({
          usedAmountMinor: inside.reduce((sum, [, amount]) => sum + amount, 0),
          usedCount: inside.reduce((sum, [, , count]) => sum + count, 0),
        });
      }),
    );
  });
});

describe("the moments at which it fits again", () => {
  const upTo = (most: number) => (use: { usedAmountMinor: number }) => use.usedAmountMinor <= most;

  it("are when enough has left", () => {
    const some = ledger([1_000, 5, 1], [2_000, 5, 1], [3_000, 5, 1]);
    expect(freedMoments(some, 4_000, upTo(9))).toEqual([62_000]);
    expect(freedMoments(some, 4_000, upTo(0))).toEqual([63_000]);
    expect(freedMoments(some, 4_000, upTo(15))).toEqual([]);
    expect(freedMoments(some, 4_000, () => false)).toEqual([]);
    expect(freedMoments(some, 62_000, upTo(5))).toEqual([]);
    expect(freedMoments(ledger(), 0, upTo(0))).toEqual([]);
  });

  it("are whole milliseconds, never too early", () => {
    expect(freedMoments(ledger([1_000.4, 5, 1]), 4_000, upTo(0))).toEqual([61_001]);
  });

  it("are found without looking at each of thousands", () => {
    const entries = Array.from({ length: 5_000 }, (_, i): RollingEntry => [i, 2, 1]);
    let looks = 0;
    const fits = (use: { usedCount: number }) => ++looks > 0 && use.usedCount <= 1_000;
    expect(freedMoments(ledger(...entries), 5_000, fits)).toEqual([63_999]);
    expect(looks).toBeLessThan(20);
  });

  it("come again when what is dated ahead fills the window in between", () => {
    const some = ledger([0, 5, 1], [30_000, 5, 1], [60_500, 5, 1], [61_000, 5, 1]);
    expect(freedMoments(some, 59_000, upTo(5))).toEqual([60_000, 120_500]);
  });
});

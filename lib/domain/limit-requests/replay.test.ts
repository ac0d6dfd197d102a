import { describe, expect, it } from "vitest";
import { type RecordedRefusal, replay } from "@/lib/domain/limit-requests/replay";

const MINUTE = 60_000;
const limit = (maxAmountMinor: number | null, maxCount: number | null = null) => ({
  maxAmountMinor,
  maxCount,
  minAmountMinor: null,
});
const refusal = (amountMinor: number, more: Partial<RecordedRefusal> = {}): RecordedRefusal => ({
  at: 0,
  terminalId: "00018644",
  amountMinor,
  windowKey: "2026-11-24",
  belowMinimum: false,
  countedAmountMinor: 0,
  countedCount: null,
  ...more,
});

describe("replaying refusals against a limit", () => {
  it("exactly at the limit passes", () => {
    expect(
      replay([refusal(60, { windowKey: "a" }), refusal(61, { windowKey: "b" })], limit(60)),
    ).toMatchObject({
      count: 1,
      amountMinor: 60,
    });
  });

  it("what is let through takes its part of the window", () => {
    const day = [50, 51, 52].map((amount, i) =>
      refusal(amount, { countedAmountMinor: 100, at: i * MINUTE }),
    );
    expect(replay(day, limit(201))).toMatchObject({ count: 2, amountMinor: 101 });
    expect(replay(day, limit(200))).toMatchObject({ count: 1, amountMinor: 50 });
  });

  it("counts a repeated attempt once, later ones again", () => {
    const at = [0, 5, 14, 25].map((minutes) =>
      refusal(10, { at: minutes * MINUTE, windowKey: `${minutes}` }),
    );
    expect(replay(at, limit(60)).passed.map((r) => r.at)).toEqual([0, 25 * MINUTE]);
    const elsewhere = [refusal(10), refusal(10, { terminalId: "00018645" })];
    expect(replay(elsewhere, limit(60)).count).toBe(2);
  });

  it("asks each maximum only that refused, and a minimum likewise", () => {
    const byCount = refusal(10, { countedAmountMinor: null, countedCount: 4 });
    expect(replay([byCount], limit(1, 5)).count).toBe(1);
    expect(replay([byCount], limit(1, 4)).count).toBe(0);
    const small = refusal(10, { countedAmountMinor: null, belowMinimum: true });
    expect(replay([small], { ...limit(null), minAmountMinor: 10 }).count).toBe(1);
    expect(replay([small], { ...limit(null), minAmountMinor: 11 }).count).toBe(0);
  });

  it("no limit lets everything through", () => {
    expect(replay([refusal(1), refusal(2)], limit(null)).count).toBe(2);
  });
});

import { describe, expect, it } from "vitest";
import { evaluateCheck } from "@/lib/domain/limit-check/evaluate-check";
import {
  SAMPLE_AT,
  sampleCounter,
  type SampleLimit,
  sampleLimit,
  sampleProposal,
  type SampleParts,
  sampleSnapshot,
  sampleVersion,
} from "@/lib/domain/limit-check/sample-snapshot";
import type { Proposal } from "@/lib/domain/limit-check/snapshot";
import type { RollingEntry } from "@/lib/domain/limits/limit";
import { DAY_MS } from "@/lib/domain/zoned-time";

const tomorrow = Date.parse("2026-11-25T00:00:00+08:00");

function suggestions(
  parts: SampleParts,
  proposal: Partial<Proposal> = {},
  at = SAMPLE_AT,
  evaluatedAt = at,
) {
  const options = { evaluatedAt };
  return evaluateCheck(sampleSnapshot(parts), sampleProposal(proposal), at, options).suggestions;
}
const only = (kind: string, ...args: Parameters<typeof suggestions>) =>
  suggestions(...args).filter((suggestion) => suggestion.kind === kind);

const used = (usedAmountMinor: number) => ({ usedAmountMinor, usedCount: 1 });

describe("all of them", () => {
  it("come in one order: less, later, a change of each limit", () => {
    const limits = [
      sampleLimit({ limitId: "lim_d", maxAmountMinor: 30_000, counter: used(27_000) }),
      sampleLimit({ limitId: "lim_m", window: "monthly", maxAmountMinor: 90_000 }),
    ];
    expect(suggestions({ limits })).toEqual([
      { kind: "reduce_amount", amountMinor: 3_000, currency: "CNY" },
      { kind: "wait_until", at: tomorrow },
      {
        kind: "request_limit_change",
        limitId: "lim_d",
        currency: "CNY",
        maxAmountMinor: 37_000,
      },
    ]);
  });

  it("are none while the charge passes", () => {
    expect(suggestions({ limits: [sampleLimit({ maxAmountMinor: 10_000 })] })).toEqual([]);
  });
});

describe("reduce_amount", () => {
  const single = (maxAmountMinor: number, minAmountMinor: number | null = null) =>
    sampleLimit({ window: "per_transaction", maxAmountMinor, minAmountMinor });

  it("is the headroom", () => {
    expect(only("reduce_amount", { limits: [single(9_999)] })).toMatchObject([
      { amountMinor: 9_999 },
    ]);
  });

  it("is left out when nothing may be charged, or what is left is below a minimum", () => {
    expect(only("reduce_amount", { limits: [single(0)] })).toEqual([]);
    const limits = [single(90_000, 500), sampleLimit({ limitId: "lim_2", maxAmountMinor: 499 })];
    expect(only("reduce_amount", { limits })).toEqual([]);
    const terminal = { status: "lost" } as const;
    expect(only("reduce_amount", { limits: [single(9_999)], terminal })).toEqual([]);
  });

  it("is left out when the amount is too low, not too high", () => {
    expect(only("reduce_amount", { limits: [single(90_000, 20_000)] })).toEqual([]);
    expect(only("reduce_amount", { limits: [single(20_000, 20_000)] })).toEqual([]);
  });
});

describe("wait_until", () => {
  const full = sampleLimit({ maxAmountMinor: 10_000, counter: used(1) });
  const waits = (parts: SampleParts, at = SAMPLE_AT, evaluatedAt = at) =>
    only("wait_until", parts, {}, at, evaluatedAt).flatMap((suggestion) =>
      suggestion.kind === "wait_until" ? suggestion.at : [],
    );

  it("is the end of the window that is used up", () => {
    expect(waits({ limits: [full] })).toEqual([tomorrow]);
  });

  it("is the last of several", () => {
    const windowEnd = Date.parse("2026-12-01T00:00:00+08:00");
    const month = { limitId: "lim_m", window: "monthly", maxAmountMinor: 10_000 } as const;
    const limits = [full, sampleLimit({ ...month, counter: { ...used(1), windowEnd } })];
    expect(waits({ limits })).toEqual([windowEnd]);
  });

  it("is left out when waiting helps nothing", () => {
    const single = sampleLimit({ limitId: "lim_s", window: "per_transaction", maxAmountMinor: 1 });
    expect(waits({ limits: [full, single] })).toEqual([]);
    expect(waits({ limits: [full], merchant: { status: "suspended" } })).toEqual([]);
    expect(waits({ limits: [full], terminal: null })).toEqual([]);
    expect(waits({ limits: [full], merchant: null })).toEqual([]);
    expect(waits({ limits: [full], terminal: "other_merchant" })).toEqual([]);
  });

  it("keeps what is counted in a later window", () => {
    const next = sampleCounter({ windowStart: tomorrow, windowEnd: tomorrow + DAY_MS, ...used(1) });
    const limits = [{ ...full, counters: [...full.counters, next] }];
    expect(waits({ limits })).toEqual([tomorrow + DAY_MS]);
  });

  it("is the start of a higher version, or the end of a lower one", () => {
    const base = sampleVersion({ maxAmountMinor: 1 });
    const raise = { version: 2, kind: "temporary", maxAmountMinor: 10_000 } as const;
    const startsAt = SAMPLE_AT + 5_000;
    const versions = [base, sampleVersion({ ...raise, startsAt, endsAt: startsAt + 1 })];
    expect(waits({ limits: [sampleLimit({ versions })] })).toEqual([startsAt]);
    const ending = [sampleVersion({ maxAmountMinor: 1, endsAt: startsAt })];
    expect(waits({ limits: [sampleLimit({ versions: ending })] })).toEqual([startsAt]);
  });

  it("is the end of maintenance", () => {
    const window = { maintenanceWindowId: "mnt_1", kind: "outage", startsAt: 0 } as const;
    const maintenance = [{ ...window, endsAt: SAMPLE_AT + 7 }];
    expect(waits({ maintenance })).toEqual([SAMPLE_AT + 7]);
  });

  it("is the next opening, now or after what else must change", () => {
    const terminal = { tradingHours: "08:00-10:00" };
    expect(waits({ terminal })).toEqual([tomorrow + 8 * 3_600_000]);
    expect(waits({ limits: [full], terminal })).toEqual([tomorrow + 8 * 3_600_000]);
    const allDay = { tradingHours: "00:00-23:59" };
    expect(waits({ limits: [full], terminal: allDay })).toEqual([tomorrow]);
  });

  it("looks 31 days ahead of now, the last moment included", () => {
    const day31 = SAMPLE_AT + 31 * DAY_MS;
    const until = (endsAt: number) => ({
      maintenance: [{ maintenanceWindowId: "mnt_1", kind: "outage" as const, startsAt: 0, endsAt }],
    });
    expect(waits(until(day31))).toEqual([day31]);
    expect(waits(until(day31 + 1))).toEqual([]);
    expect(waits(until(day31), SAMPLE_AT, SAMPLE_AT - 1)).toEqual([]);
  });

  describe("for a rolling limit", () => {
    const HOUR = 3_600_000;
    const entry = (minutesAgo: number, amountMinor: number): RollingEntry => [
      SAMPLE_AT - minutesAgo * 60_000,
      amountMinor,
      1,
    ];
    const rolling = (parts: SampleLimit, ...entries: RollingEntry[]) => ({
      ...sampleLimit({
        ...{ limitId: "lim_r", window: "rolling", windowSeconds: 3_600, maxAmountMinor: 10_000 },
        counter: { usedAmountMinor: entries.reduce((sum, [, amount]) => sum + amount, 0) },
        ...parts,
      }),
      entries,
    });

    it("is when enough of what is used has left", () => {
      const limits = [rolling({}, entry(50, 1), entry(40, 4_000), entry(30, 2_000))];
      expect(waits({ limits })).toEqual([SAMPLE_AT + HOUR / 2]);
      const small = { amountMinor: 4_000 };
      expect(only("wait_until", { limits }, small)).toMatchObject([{ at: SAMPLE_AT + HOUR / 6 }]);
    });

    it("is when enough charges have left", () => {
      const values = { maxAmountMinor: null, maxCount: 2, counter: { usedCount: 3 } };
      const limits = [rolling(values, entry(50, 1), entry(40, 1), entry(30, 1))];
      expect(waits({ limits })).toEqual([SAMPLE_AT + HOUR / 3]);
    });

    it("leaves what is reserved where it is", () => {
      const counter = { usedAmountMinor: 5, reservedAmountMinor: 1 };
      expect(waits({ limits: [rolling({ counter }, entry(30, 5))] })).toEqual([]);
      const other = { ...counter, reservedAmountMinor: 1 };
      const wider = rolling({ counter: other, maxAmountMinor: 10_001 }, entry(30, 5));
      expect(waits({ limits: [wider] })).toEqual([SAMPLE_AT + HOUR / 2]);
    });

    it("goes by the version in force when it leaves, or by the version to come", () => {
      const startsAt = SAMPLE_AT + HOUR / 4;
      const lower = sampleVersion({ version: 2, maxAmountMinor: 9_999, startsAt });
      const higher = sampleVersion({ version: 2, maxAmountMinor: 20_000, startsAt });
      const base = sampleVersion({ maxAmountMinor: 10_000 });
      expect(waits({ limits: [rolling({ versions: [base, lower] }, entry(30, 1))] })).toEqual([]);
      expect(waits({ limits: [rolling({ versions: [base, higher] }, entry(30, 1))] })).toEqual([
        startsAt,
      ]);
    });

    it("is not made on the strength of what is not known to leave", () => {
      const { entries: _, ...unknown } = rolling({}, entry(30, 1));
      expect(waits({ limits: [unknown] })).toEqual([]);
      expect(waits({ limits: [unknown, full] })).toEqual([]);
      const roomy = { ...unknown, versions: [sampleVersion({ maxAmountMinor: 10_001 })] };
      expect(waits({ limits: [roomy, full] })).toEqual([tomorrow]);
      expect(waits({ limits: [roomy, full] }, SAMPLE_AT, SAMPLE_AT + 1)).toEqual([]);
      const inUsd = { ...unknown, currency: "USD" };
      expect(waits({ limits: [inUsd, full] }, SAMPLE_AT, SAMPLE_AT + 1)).toEqual([tomorrow]);
    });

    it("knows limits without a counter", () => {
      const limits = [{ ...rolling({}, entry(30, 1)), counters: [] }, full];
      expect(waits({ limits })).toEqual([tomorrow]);
      const { entries: _, ...unknown } = limits[0]!;
      expect(waits({ limits: [unknown, full] }, SAMPLE_AT, SAMPLE_AT + 1)).toEqual([]);
    });
  });

  describe("for a limit with hours", () => {
    const night = { timeFrom: "10:00", timeTo: "02:00" };
    const single = { window: "per_transaction", maxAmountMinor: 1 } as const;

    it("is their end, by the merchant's clocks", () => {
      const limits = [sampleLimit({ ...single, filters: night })];
      expect(waits({ limits })).toEqual([tomorrow + 2 * 3_600_000]);
      const merchant = { timeZone: "Europe/Berlin" };
      const morning = { timeFrom: "03:00", timeTo: "03:30" };
      expect(waits({ merchant, limits: [sampleLimit({ ...single, filters: morning })] })).toEqual([
        SAMPLE_AT + 15 * 60_000,
      ]);
    });

    it("is the day after the last of its days", () => {
      const limits = [sampleLimit({ ...single, filters: { daysOfWeek: [2, 3] } })];
      expect(waits({ limits })).toEqual([tomorrow + DAY_MS]);
    });

    it("is none when they never end", () => {
      const always = { timeFrom: "09:00", timeTo: "09:00", daysOfWeek: [1, 2, 3, 4, 5, 6, 7] };
      expect(waits({ limits: [sampleLimit({ ...single, filters: always })] })).toEqual([]);
    });

    it("finds trading hours that open after they end", () => {
      const limits = [sampleLimit({ ...single, filters: night })];
      const terminal = { tradingHours: "08:00-22:00" };
      expect(waits({ limits, terminal })).toEqual([tomorrow + 8 * 3_600_000]);
    });
  });

  it("is never in the past: of a charge asked about for yesterday it is now", () => {
    expect(waits({ limits: [full] }, SAMPLE_AT, tomorrow + 5)).toEqual([tomorrow + 5]);
    expect(waits({ limits: [full] }, SAMPLE_AT, tomorrow - 5)).toEqual([tomorrow]);
  });
});

describe("request_limit_change", () => {
  const changes = (parts: SampleParts, proposal: Partial<Proposal> = {}) =>
    only("request_limit_change", parts, proposal);
  const change = { kind: "request_limit_change", limitId: "lim_1", currency: "CNY" };

  it("is the least maximum that holds used, reserved and this charge", () => {
    const counter = { usedAmountMinor: 27_000, reservedAmountMinor: 500 };
    const limits = [sampleLimit({ maxAmountMinor: 30_000, counter })];
    expect(changes({ limits })).toEqual([{ ...change, maxAmountMinor: 37_500 }]);
  });

  it("is the amount itself for a single charge, up or down", () => {
    const single = { window: "per_transaction" } as const;
    expect(changes({ limits: [sampleLimit({ ...single, maxAmountMinor: 1 })] })).toEqual([
      { ...change, maxAmountMinor: 10_000 },
    ]);
    expect(changes({ limits: [sampleLimit({ ...single, minAmountMinor: 20_000 })] })).toEqual([
      { ...change, minAmountMinor: 10_000 },
    ]);
  });

  it("is one more charge for a count, and both at once where both block", () => {
    const counter = { usedCount: 3, reservedCount: 1 };
    expect(changes({ limits: [sampleLimit({ maxCount: 2, counter })] })).toEqual([
      { ...change, maxCount: 5 },
    ]);
    const both = sampleLimit({ maxCount: 2, maxAmountMinor: 1, counter });
    expect(changes({ limits: [both] })).toEqual([
      { ...change, maxCount: 5, maxAmountMinor: 10_000 },
    ]);
  });

  it("is made for each limit that blocks, and for none that only warns", () => {
    const limits = ["lim_1", "lim_2"].map((limitId) => sampleLimit({ limitId, maxAmountMinor: 1 }));
    const near = sampleLimit({ limitId: "lim_3", maxAmountMinor: 10_000 });
    expect(changes({ limits: [...limits, near] })).toHaveLength(2);
  });

  it("is left out when no limit can be that high", () => {
    const max = Number.MAX_SAFE_INTEGER;
    const amount = sampleLimit({ maxAmountMinor: 1, counter: { usedAmountMinor: max - 9_999 } });
    expect(changes({ limits: [amount] })).toEqual([]);
    const fits = sampleLimit({ maxAmountMinor: 1, counter: { usedAmountMinor: max - 10_000 } });
    expect(changes({ limits: [fits] })).toHaveLength(1);
    const count = sampleLimit({ maxCount: 1, counter: { usedCount: max } });
    expect(changes({ limits: [count] })).toEqual([]);
  });

  it("is left out where no limit is the matter", () => {
    expect(changes({ terminal: { status: "lost" } })).toEqual([]);
  });
});

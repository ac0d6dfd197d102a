import { expect, it } from "vitest";
import { leftAfter } from "@/lib/domain/limit-check/left-after";
import type { CheckSnapshot } from "@/lib/domain/limit-check/snapshot";
import type { LimitState, Window } from "@/lib/domain/limits/limit";

const at = Date.parse("2026-11-24T10:00:00+08:00");
const midnight = Date.parse("2026-11-25T00:00:00+08:00");
const monthEnd = Date.parse("2026-12-01T00:00:00+08:00");

function limit(limitId: string, window: Window, max: number | null, used = 0): LimitState {
  return {
    ...{ limitId, window, scope: "terminal", store: null, terminalId: "00018644" },
    ...{ windowSeconds: null, currency: "CNY" },
    filters: {
      ...{ entryModes: [], fundingSources: [], cardOrigins: [] },
      ...{ timeFrom: null, timeTo: null, daysOfWeek: [] },
    },
    versions: [
      {
        ...{ version: 1, kind: "base", maxAmountMinor: max, maxCount: max === null ? 9 : null },
        ...{ minAmountMinor: null, warnPercent: 80, startsAt: null, endsAt: null },
        status: "active",
      },
    ],
    counters: [
      {
        ...{ windowStart: 0, windowEnd: window === "monthly" ? monthEnd : midnight },
        ...{ usedAmountMinor: used, usedCount: 1, reservedAmountMinor: 0, reservedCount: 0 },
      },
    ],
  };
}

const left = (limits: LimitState[], amountMinor = 100) =>
  leftAfter(
    {
      acquirer: { timeZone: "Asia/Shanghai", cutOverTime: "00:00" },
      limits,
    } as unknown as CheckSnapshot,
    { terminalId: "00018644", currency: "CNY", amountMinor },
    at,
  );

it("names the window with the least left once the charge is made", () => {
  const day = limit("d", "daily", 1_000, 300);
  const month = limit("m", "monthly", 800, 300);
  const wider = limit("w", "daily", 2_000, 300);
  expect(left([day, month, wider])).toEqual({ amountMinor: 400, resetsAt: monthEnd });
  expect(left([month, day])).toEqual({ amountMinor: 400, resetsAt: monthEnd });
  expect(left([day, wider])).toEqual({ amountMinor: 600, resetsAt: midnight });
});

it("looks at amounts over time only", () => {
  expect(left([limit("p", "per_transaction", 500), limit("c", "daily", null)])).toBeNull();
});

it("of a rolling limit frees up when the oldest leaves, else when this charge would", () => {
  const rolling = { ...limit("r", "rolling", 500, 300), windowSeconds: 60 };
  expect(left([rolling])).toEqual({ amountMinor: 100, resetsAt: midnight });
  expect(left([{ ...rolling, counters: [] }])).toEqual({ amountMinor: 400, resetsAt: at + 60_000 });
});

it("is never negative", () => {
  expect(left([limit("d", "daily", 50, 300)])).toEqual({ amountMinor: 0, resetsAt: midnight });
});

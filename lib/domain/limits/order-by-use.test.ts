import { expect, it } from "vitest";
import type { LimitState } from "@/lib/domain/limits/limit";
import { orderByUse } from "@/lib/domain/limits/order-by-use";

const NOW = Date.parse("2026-11-24T10:00:00+08:00");
const wanted = { at: NOW, cutOver: { timeZone: "Asia/Shanghai", cutOverTime: "00:00" } };

function limitOf(limitId: string, window: "daily" | "per_transaction", used: number) {
  const filters = { entryModes: [], fundingSources: [], cardOrigins: [], daysOfWeek: [] };
  const version = { version: 1, kind: "base", maxAmountMinor: 100, maxCount: null };
  return {
    ...{ limitId, scope: "merchant", store: null, terminalId: null, window, windowSeconds: null },
    ...{ currency: "CNY", filters: { ...filters, timeFrom: null, timeTo: null } },
    versions: [
      {
        ...{ ...version, minAmountMinor: null, warnPercent: 80, startsAt: null, endsAt: null },
        status: "active",
      },
    ],
    counters: [
      {
        ...{ windowStart: NOW - 36_000_000, windowEnd: NOW + 50_400_000, usedCount: 1 },
        ...{ usedAmountMinor: used, reservedAmountMinor: 0, reservedCount: 0 },
      },
    ],
  } as unknown as LimitState;
}

const LIMITS = [
  limitOf("d", "daily", 40),
  limitOf("b", "per_transaction", 0),
  limitOf("c", "daily", 40),
  limitOf("a", "daily", 120),
];

it("puts the most used first, equals by id, and what counts nothing last", () => {
  expect(orderByUse(LIMITS, { ...wanted, descending: true })).toEqual(["a", "c", "d", "b"]);
});

it("puts the least used first, and what counts nothing still last", () => {
  expect(orderByUse(LIMITS, { ...wanted, descending: false })).toEqual(["c", "d", "a", "b"]);
});

import { expect, it } from "vitest";
import { countedLimits, isOpenBut, withCounted } from "@/lib/domain/limit-check/counted-limits";
import {
  sampleCounter,
  sampleLimit,
  sampleSnapshot,
  sampleVersion,
} from "@/lib/domain/limit-check/sample-snapshot";

const AT = Date.parse("2026-11-24T10:15:00+08:00");
const MIDNIGHT = Date.parse("2026-11-25T00:00:00+08:00");
const DAY_MS = 86_400_000;
const limits = [
  sampleLimit({ limitId: "single", window: "per_transaction", maxAmountMinor: 1_000 }),
  sampleLimit({ limitId: "day", window: "daily", maxAmountMinor: 5_000, maxCount: null }),
  sampleLimit({ limitId: "later", versions: [sampleVersion({ startsAt: AT + 1 })] }),
  sampleLimit({ limitId: "roll", window: "rolling", windowSeconds: 60, maxCount: 3 }),
  sampleLimit({ limitId: "dollars", window: "daily", currency: "USD" }),
];
const snapshot = sampleSnapshot({ limits });
const proposal = { terminalId: "00018644", currency: "CNY", amountMinor: 1_000 };

it("counts in every limit with a counter that takes the charge, in force or not", () => {
  const window = { start: MIDNIGHT - DAY_MS, end: MIDNIGHT };
  expect(countedLimits(snapshot, proposal, AT)).toMatchObject([
    { limitId: "day", maxAmountMinor: 5_000, maxCount: null, ...window },
    { limitId: "later", maxAmountMinor: null, maxCount: null, ...window },
    { limitId: "roll", maxCount: 3, start: null, end: null },
  ]);
});

it("is open but for counters when only they could refuse", () => {
  const full = sampleLimit({ maxAmountMinor: 1_000, counter: { usedAmountMinor: 1_000 } });
  expect(isOpenBut(sampleSnapshot({ limits: [full] }), proposal, AT)).toBe(true);
  expect(isOpenBut(snapshot, { ...proposal, amountMinor: 1_001 }, AT)).toBe(false);
});

it("takes over what was counted, and keeps the windows after it", () => {
  const next = sampleCounter({ windowStart: MIDNIGHT, windowEnd: MIDNIGHT + DAY_MS });
  const held = sampleSnapshot({
    limits: limits.map((limit) =>
      limit.limitId === "day" ? { ...limit, counters: [next] } : limit,
    ),
  });
  const counted = withCounted(held, {
    day: [MIDNIGHT - DAY_MS, MIDNIGHT, 7, 1, 5, 2],
    roll: [AT - 60_000, AT + 1, 9, 3, 0, 0],
  });
  const countersOf = (id: string) => counted.limits.find(({ limitId }) => limitId === id)?.counters;
  expect(countersOf("day")).toEqual([
    {
      ...{ windowStart: MIDNIGHT - DAY_MS, windowEnd: MIDNIGHT, usedAmountMinor: 7, usedCount: 1 },
      ...{ reservedAmountMinor: 5, reservedCount: 2 },
    },
    next,
  ]);
  expect(countersOf("roll")).toMatchObject([{ usedAmountMinor: 9, usedCount: 3 }]);
  expect(countersOf("single")).toEqual(limits[0]!.counters);
});

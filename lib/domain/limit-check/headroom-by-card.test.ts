import { expect, it } from "vitest";
import { headroomByCard } from "@/lib/domain/limit-check/headroom-by-card";
import type { CheckSnapshot, TerminalState } from "@/lib/domain/limit-check/snapshot";
import type { LimitFilters, LimitState } from "@/lib/domain/limits/limit";

const at = Date.parse("2026-11-24T10:00:00+08:00");

const terminal: TerminalState = {
  ...{ terminalId: "00018648", store: null, status: "deployed" },
  ...{ serialNumber: null, bindingValid: true, currencies: ["CNY"], tradingHours: null },
  ...{ entryModes: ["chip", "contactless"], fundingSources: [], cardOrigins: [] },
  ...{ reportedMerchantId: null, reportedTerminalId: null, lastSeenAt: null },
};

function limit(max: number | null, filters: Partial<LimitFilters> = {}): LimitState {
  return {
    ...{ limitId: `lim_${max}`, scope: "terminal", store: null, terminalId: "00018648" },
    ...{ window: "per_transaction", windowSeconds: null, currency: "CNY" },
    filters: {
      ...{ entryModes: [], fundingSources: [], cardOrigins: [] },
      ...{ timeFrom: null, timeTo: null, daysOfWeek: [] },
      ...filters,
    },
    versions: [
      {
        ...{ version: 1, kind: "base", maxAmountMinor: max, maxCount: null, minAmountMinor: null },
        ...{ warnPercent: 80, startsAt: null, endsAt: null, status: "active" },
      },
    ],
    counters: [],
  };
}

const by = (limits: LimitState[], of: CheckSnapshot["terminal"] = terminal) =>
  headroomByCard(
    {
      acquirer: {
        ...{ timeZone: "Asia/Shanghai", cutOverTime: "00:00", profile: "catch_all" },
        ...{ expectedCodes: {}, dueSoonDays: 14, splitAllowed: false },
      },
      merchant: {
        ...{ merchantId: "898210154110002", status: "active", statusReason: null },
        ...{ currency: "CNY", timeZone: "Asia/Shanghai" },
        paymentAcceptance: { enabled: true, reason: null, since: 0 },
      },
      ...{ terminal: of, limits, requirements: [], maintenance: [] },
      amountLimitCurrencies: ["CNY"],
    },
    { terminalId: "00018648", currency: "CNY" },
    at,
  );

it("tells cards apart by what the limits filter by, the most first", () => {
  expect(by([limit(500), limit(0, { fundingSources: ["credit"] })])).toEqual([
    { values: ["debit", "prepaid"], amountMinor: 500 },
    { values: ["credit"], amountMinor: 0 },
  ]);
  expect(
    by([limit(100, { entryModes: ["chip"] }), limit(50, { entryModes: ["contactless"] })]),
  ).toEqual([
    { values: ["chip"], amountMinor: 100 },
    { values: ["contactless"], amountMinor: 50 },
  ]);
  expect(by([limit(9, { cardOrigins: ["foreign"] })])).toEqual([
    { values: ["domestic"], amountMinor: null },
    { values: ["foreign"], amountMinor: 9 },
  ]);
});

it("leaves out limits that do not bind now", () => {
  const now = limit(100, { entryModes: ["chip"] });
  const onSundays = limit(5, { fundingSources: ["credit"], daysOfWeek: [7] });
  expect(by([now, onSundays])).toEqual([
    { values: ["contactless"], amountMinor: null },
    { values: ["chip"], amountMinor: 100 },
  ]);
});

it("asks only about cards the terminal takes", () => {
  const debitOnly: TerminalState = { ...terminal, fundingSources: ["debit"] };
  expect(by([limit(500), limit(0, { fundingSources: ["credit"] })], debitOnly)).toBeNull();
});

it("has nothing to tell when every card may be charged the same", () => {
  expect(by([limit(500)])).toBeNull();
  expect(by([limit(500), limit(900, { fundingSources: ["credit"] })])).toBeNull();
  expect(by([limit(500)], null)).toBeNull();
  expect(by([limit(500, { cardOrigins: ["foreign"] })], "other_merchant")).toBeNull();
});

it("does not try to say what depends on two things at once", () => {
  const limits = [limit(1, { cardOrigins: ["foreign"] }), limit(2, { fundingSources: ["credit"] })];
  expect(by(limits)).toBeNull();
});

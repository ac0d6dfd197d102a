import { describe, expect, it } from "vitest";
import type { LimitEdit } from "@/lib/domain/bulk-edits/bulk-edit";
import { limitEditRows } from "@/lib/domain/bulk-edits/limit-edit-rows";
import { stepValue } from "@/lib/domain/bulk-edits/step-value";
import type { KnownLimit } from "@/lib/domain/imports/limit-facts";

describe("the step of a value", () => {
  it("rounds a share down, so that it never allows more", () => {
    expect(stepValue(999, { by: "percent", value: 8_000 })).toBe(799);
    expect(stepValue(5_000_000, { by: "percent", value: 12_500 })).toBe(6_250_000);
    expect(stepValue(7, { by: "percent", value: 0 })).toBe(0);
  });

  it("is exact where the product is beyond whole numbers", () => {
    expect(stepValue(9_007_199_254_740_991, { by: "percent", value: 10_000 })).toBe(
      9_007_199_254_740_991,
    );
    expect(stepValue(9_007_199_254_740_991, { by: "percent", value: 10_001 })).toMatch(/counted/);
  });

  it("reaches zero and not below", () => {
    expect(stepValue(5, { by: "subtract", value: 5 })).toBe(0);
    expect(stepValue(5, { by: "subtract", value: 6 })).toBe("would be below 0");
    expect(stepValue(Number.MAX_SAFE_INTEGER, { by: "add", value: 1 })).toMatch(/counted/);
  });

  it("sets a value where there was none, and steps from none not at all", () => {
    expect(stepValue(null, { by: "set", value: 3 })).toBe(3);
    expect(stepValue(null, { by: "add", value: 3 })).toBe("there is nothing to calculate with");
  });
});

const M = "898210154110002";
const EDIT: LimitEdit = {
  ...{ kind: "limits", scopes: ["merchant", "terminal"], window: "per_transaction" },
  ...{ currency: "CNY", withFilters: false, metric: "max_amount" },
  step: { by: "subtract", value: 1_000 },
};

function limitOf(terminalId: string | null, max: number | null, min: number | null = null) {
  const filters = { entryModes: [], fundingSources: [], cardOrigins: [], daysOfWeek: [] };
  const version = { version: 1, kind: "base", warnPercent: 80, startsAt: null, endsAt: null };
  return {
    ...{ limitId: "lim_1", scope: terminalId ? "terminal" : "merchant", store: null, terminalId },
    ...{ window: "per_transaction", windowSeconds: null, currency: "CNY", version: 1 },
    ...{ filters: { ...filters, timeFrom: null, timeTo: null }, naturalKey: `${terminalId}` },
    versions: [
      {
        ...{ ...version, status: "active", requestId: null },
        ...{ maxAmountMinor: max, maxCount: null, minAmountMinor: min },
      },
    ],
  } as KnownLimit;
}

const merchant = { merchantId: M, terminalId: null };

describe("the rows of an edit", () => {
  it("are every limit of every target, the merchant's and its terminals'", () => {
    const limits = [limitOf(null, 5_000), limitOf("00018644", 3_000)];
    const { rows, faults } = limitEditRows(
      [merchant],
      limits.map((limit) => ({ merchantId: M, limit })),
      EDIT,
      0,
    );
    expect(rows.map(({ line, value }) => [line, value.values.maxAmountMinor])).toEqual([
      [1, 4_000],
      [2, 2_000],
    ]);
    expect(faults).toEqual([]);
  });

  it("keep to the terminal that was selected, and say who has no such limit", () => {
    const targets = [
      { merchantId: M, terminalId: "00018644" },
      { merchantId: M, terminalId: "00018645" },
    ];
    const limits = [{ merchantId: M, limit: limitOf("00018644", 3_000) }];
    const { rows, faults } = limitEditRows(targets, limits, EDIT, 0);
    expect(rows).toHaveLength(1);
    expect(faults).toEqual([{ line: 2, detail: "has no such limit", about: targets[1] }]);
  });

  it("name what cannot be: no value, below zero, below its minimum", () => {
    const limits = [limitOf(null, null), limitOf(null, 999), limitOf(null, 5_000, 4_500)];
    const { rows, faults } = limitEditRows(
      [merchant],
      limits.map((limit) => ({ merchantId: M, limit })),
      EDIT,
      0,
    );
    expect(rows).toEqual([]);
    expect(faults.map(({ detail }) => detail)).toEqual([
      "max_amount: there is nothing to calculate with",
      "max_amount: would be below 0",
      "min_amount: above max_amount",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import type { LimitStep } from "@/lib/domain/bulk-edits/bulk-edit";
import { countPlans } from "@/lib/domain/limit-requests/count-plans";
import { type PlanInput, planRequest } from "@/lib/domain/limit-requests/plan-request";
import { isAsSeen, type SeenLimit, valuesReplaced } from "@/lib/domain/limit-requests/seen-limit";
import type { SharedChange } from "@/lib/domain/limit-requests/shared-change";
import type { LimitVersion } from "@/lib/domain/limits/limit";

const NOW = 1_000;
const base: LimitVersion = {
  ...{ version: 1, kind: "base", maxAmountMinor: 5_000_000, maxCount: 40, minAmountMinor: null },
  ...{ warnPercent: 80, startsAt: null, endsAt: null, status: "active" },
};
const raise: LimitVersion = {
  ...{ ...base, version: 2, kind: "temporary", maxAmountMinor: 8_000_000 },
  ...{ startsAt: 500, endsAt: 2_000 },
};
const limit: PlanInput["limit"] = {
  ...{ limitId: "lim_1", currency: "CNY", version: 1, versions: [base] },
  window: "daily",
};
const input: PlanInput = {
  ...{ limit, openRequestId: null },
  context: { now: NOW, warnPercent: 80, thresholdMinor: 6_000_000 },
};
const valuesOf = ({ maxAmountMinor, maxCount, minAmountMinor }: LimitVersion) => ({
  ...{ maxAmountMinor, maxCount, minAmountMinor },
});
const change = (step: LimitStep, more: Partial<SharedChange> = {}): SharedChange => ({
  ...{ metric: "max_amount", step, currency: "CNY", startsAt: null, endsAt: null, ...more },
});
const percent = (value: number): LimitStep => ({ by: "percent", value: value * 100 });
const of = (more: Partial<PlanInput["limit"]>): PlanInput => ({
  ...input,
  limit: { ...limit, ...more },
});

describe("planRequest", () => {
  it("asks for the stepped value, with how the limit was seen", () => {
    expect(planRequest(input, change(percent(120)))).toEqual({
      ...{ limitId: "lim_1", ok: true, effect: "onePerson" },
      current: { maxAmountMinor: 5_000_000, maxCount: 40, minAmountMinor: null },
      asked: { max_amount: { amountMinor: 6_000_000, currency: "CNY" } },
      after: { maxAmountMinor: 6_000_000, maxCount: 40, minAmountMinor: null },
      endsRaises: [],
      seen: {
        ...{ at: NOW, version: 1, approvals: 1 },
        values: { maxAmountMinor: 5_000_000, maxCount: 40, minAmountMinor: null },
      },
    });
  });

  it.each([
    ["at the threshold one decides", percent(120), 1],
    ["strictly above it two", { by: "add", value: 1_000_001 } as const, 2],
    ["what is stricter needs nobody", percent(80), 0],
  ])("%s", (_, step, approvals) => {
    expect(planRequest(input, change(step))).toMatchObject({ ok: true, seen: { approvals } });
  });

  it("counts charges where that is asked", () => {
    const plan = planRequest(input, change({ by: "subtract", value: 10 }, { metric: "max_count" }));
    expect(plan).toMatchObject({ ok: true, asked: { max_count: 30 }, seen: { approvals: 0 } });
  });

  it("steps a lasting change from what lasts, one for a time from what is in force then", () => {
    const raised = of({ versions: [base, raise], version: 2 });
    expect(planRequest(raised, change(percent(110)))).toMatchObject({
      asked: { max_amount: { amountMinor: 5_500_000 } },
      current: { maxAmountMinor: 8_000_000 },
      seen: { version: 2, values: { maxAmountMinor: 5_000_000 } },
    });
    expect(planRequest(raised, change(percent(110), { endsAt: 1_500 }))).toMatchObject({
      asked: { max_amount: { amountMinor: 8_800_000 } },
      seen: { values: { maxAmountMinor: 8_000_000 } },
    });
  });

  it("tells the raises for a time that a lasting lowering ends, at once or on its first day", () => {
    const raised = of({ versions: [base, raise], version: 2 });
    const ends = [{ values: { ...valuesOf(raise) }, raised: ["max_amount"] }];
    expect(planRequest(raised, change(percent(80)))).toMatchObject({
      ...{ effect: "atOnce", endsRaises: ends },
    });
    const later = change(percent(80), { startsAt: 1_900 });
    expect(planRequest(raised, later)).toMatchObject({ effect: "later", endsRaises: ends });
    const afterwards = change(percent(80), { startsAt: 2_000 });
    expect(planRequest(raised, afterwards)).toMatchObject({ endsRaises: [] });
  });

  it("tells the raise that another change for a time replaces, and none that stays", () => {
    const raised = of({ versions: [base, raise], version: 2 });
    const forATime = change(percent(50), { endsAt: 1_500 });
    expect(planRequest(raised, forATime)).toMatchObject({
      endsRaises: [{ raised: ["max_amount"] }],
    });
    expect(planRequest(raised, change(percent(110)))).toMatchObject({ endsRaises: [] });
    const lowered = { ...raise, maxAmountMinor: 3_000_000 };
    const under = of({ versions: [base, lowered], version: 2 });
    expect(planRequest(under, change(percent(80)))).toMatchObject({ endsRaises: [] });
  });

  const add = { by: "add", value: 1 } as const;
  const free = { ...base, maxAmountMinor: null };
  it.each([
    ["open_request", { ...input, openRequestId: "lrq_1" }, change(percent(120))],
    [
      "not_of_this_window",
      of({ window: "per_transaction" }),
      change(percent(120), { metric: "max_count" }),
    ],
    ["other_currency", of({ currency: "USD" }), change(add)],
    ["no_lasting_value", of({ versions: [raise] }), change(percent(120))],
    ["no_value_then", of({ versions: [] }), change(percent(120), { endsAt: 2_000 })],
    ["nothing_to_step_from", of({ versions: [free] }), change(add)],
    ["below_zero", input, change({ by: "subtract", value: 5_000_001 })],
    ["too_large", input, change({ by: "add", value: Number.MAX_SAFE_INTEGER })],
    ["too_large", input, change({ by: "set", value: 1_000_000_000 }, { metric: "max_count" })],
    ["changes_nothing", input, change({ by: "set", value: 5_000_000 })],
    ["changes_nothing", input, change(percent(100))],
    ["same_when_rounded", input, change(percent(102), { metric: "max_count" })],
    ["in_the_past", input, change(percent(120), { startsAt: NOW - 1 })],
    ["not_after_start", input, change(percent(120), { endsAt: NOW })],
    [
      "minimum_above_maximum",
      of({ window: "per_transaction", versions: [{ ...base, minAmountMinor: 100 }] }),
      change({ by: "set", value: 99 }),
    ],
  ])("tells %s", (code, from, asked) => {
    const openRequestId = from.openRequestId;
    expect(planRequest(from, asked)).toEqual({ limitId: "lim_1", ok: false, code, openRequestId });
  });

  it("takes a share of a limit in another currency, and sets one that has no value", () => {
    expect(planRequest(of({ currency: "USD" }), change(percent(120))).ok).toBe(true);
    const plan = planRequest(of({ versions: [free] }), change({ by: "set", value: 1 }));
    expect(plan).toMatchObject({ ok: true, seen: { approvals: 0 } });
  });
});

it("tells what happens to each", () => {
  const plans = [
    planRequest(input, change(percent(80))),
    planRequest(input, change(percent(80), { startsAt: NOW + 1 })),
    planRequest(input, change(percent(120))),
    planRequest(input, change(percent(200))),
    planRequest(input, change(percent(100))),
  ];
  expect(plans.map((plan) => plan.ok && plan.effect)).toEqual([
    ...["atOnce", "later", "onePerson", "twoPeople", false],
  ]);
  expect(countPlans(plans)).toEqual({
    ...{ atOnce: 1, later: 1, onePerson: 1, twoPeople: 1, leftOut: 1 },
  });
});

describe("isAsSeen", () => {
  const lasting = { startsAt: null, endsAt: null };
  const seen: SeenLimit = {
    ...{ at: NOW, version: 1, approvals: 1 },
    values: valuesReplaced([base], lasting, NOW)!,
  };

  it("holds while nothing changed", () => {
    expect(isAsSeen(limit, seen, lasting, NOW + 1)).toBe(true);
  });

  it("ends with another version", () => {
    expect(isAsSeen({ ...limit, version: 2 }, seen, lasting, NOW)).toBe(false);
  });

  it("ends when time alone brings other values", () => {
    const coming = { ...base, version: 2, startsAt: NOW + 10, maxCount: 20 };
    const versions = [base, coming];
    const both = { version: 1, versions };
    expect(isAsSeen(both, seen, lasting, NOW + 9)).toBe(true);
    expect(isAsSeen(both, seen, lasting, NOW + 10)).toBe(false);
  });

  it("ends with the last value", () => {
    const ending = { ...base, endsAt: NOW };
    expect(isAsSeen({ version: 1, versions: [ending] }, seen, lasting, NOW)).toBe(false);
  });
});

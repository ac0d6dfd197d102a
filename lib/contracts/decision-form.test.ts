import { describe, expect, it } from "vitest";
import {
  type Deciding,
  decisionOf,
  DecisionForm,
  emptyDecision,
  lesserGrant,
} from "@/lib/contracts/decision-form";

const now = Date.parse("2026-11-24T10:00:00+08:00");
const values = { maxAmountMinor: 6_000_000, maxCount: null, minAmountMinor: null };
const asked = { values, startsAt: null, endsAt: null };
const deciding: Deciding = {
  ...{ asked: ["max_amount"], currency: "CNY", shown: asked, requested: asked, now },
  cutOver: { timeZone: "Asia/Shanghai", cutOverTime: "00:00" },
};
const form = { ...emptyDecision(deciding), reasoning: "Use supports it." };
const faultsOf = (change: Partial<DecisionForm>) => {
  const parsed = DecisionForm.safeParse({ ...form, ...change });
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join("."));
};

describe("the form", () => {
  it("starts from what is shown", () => {
    expect(form).toMatchObject({ act: "approve", max_amount: "60,000.00", max_count: "" });
  });

  it.each([
    [{}, []],
    [{ reasoning: " ok " }, ["reasoning"]],
    [{ act: "ask" }, ["question"]],
    [{ act: "ask", question: "Which customers?", reasoning: "" }, []],
    [{ act: "reject", reasoning: "" }, ["rejection"]],
    [{ act: "reject", rejection: "other" }, ["note"]],
    [{ act: "reject", rejection: "risk_too_high", reasoning: "" }, []],
    [{ note: "x".repeat(1001) }, ["note"]],
  ] as const)("%j lacks %j", (change, faults) => {
    expect(faultsOf(change)).toEqual(faults);
  });
});

describe("a lesser grant", () => {
  it("takes the typed amount and the days, the last one included", () => {
    const { grant, faults } = lesserGrant(
      { ...form, max_amount: "55,000", startsOn: "2026-11-25", endsOn: "2026-11-26" },
      deciding,
    );
    expect(faults).toEqual([]);
    expect(grant).toEqual({
      values: { ...values, maxAmountMinor: 5_500_000 },
      startsAt: Date.parse("2026-11-25T00:00:00+08:00"),
      endsAt: Date.parse("2026-11-27T00:00:00+08:00"),
    });
  });

  it.each([
    [{ max_amount: "60000.01" }, { field: "max_amount", code: "looser_than_requested" }],
    [{ max_amount: "" }, { field: "max_amount", code: "empty" }],
    [{ max_amount: "lots" }, { field: "max_amount", code: "not_a_number" }],
    [{ endsOn: "2026-11-23" }, { field: "endsOn", code: "already_over" }],
  ])("%j is refused", (change, fault) => {
    expect(lesserGrant({ ...form, ...change }, deciding).faults).toEqual([fault]);
  });

  it("keeps to the period asked for", () => {
    const until = { ...asked, endsAt: Date.parse("2026-11-26T00:00:00+08:00") };
    const within = { ...deciding, shown: until, requested: until };
    expect(lesserGrant(form, within).grant.endsAt).toBe(until.endsAt);
    expect(lesserGrant({ ...form, endsOn: "2026-11-26" }, within).faults).toEqual([
      { field: "endsOn", code: "outside_requested_period" },
    ]);
  });

  it("may put an amount where no limit is asked for, or leave it so", () => {
    const none = { ...asked, values: { ...values, maxAmountMinor: null } };
    const removing = { ...deciding, shown: none, requested: none };
    expect(lesserGrant({ ...form, max_amount: "" }, removing)).toEqual({ grant: none, faults: [] });
    expect(lesserGrant({ ...form, max_amount: "9" }, removing).grant.values.maxAmountMinor).toBe(
      900,
    );
  });
});

it("says what was decided", () => {
  expect(decisionOf({ ...form, note: "Welcome" }, asked)).toEqual({
    ...{ decision: "approve", grant: asked, reason: "Use supports it.", note: "Welcome" },
  });
  expect(decisionOf({ ...form, act: "reject", rejection: "risk_too_high" }, asked)).toEqual({
    ...{ decision: "reject", reason: "risk_too_high", note: null },
  });
});

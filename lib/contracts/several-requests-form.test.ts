import { describe, expect, it } from "vitest";
import { LimitSelection } from "@/lib/contracts/several-requests";
import {
  emptySeveral,
  sharedChangeOf,
  SeveralRequestsForm,
} from "@/lib/contracts/several-requests-form";
import { MOST_ASKED_TOGETHER } from "@/lib/domain/limit-requests/shared-change";

const cutOver = { timeZone: "Asia/Shanghai", cutOverTime: "00:00" };
const now = Date.parse("2026-11-24T10:00:00+08:00");
const filled: SeveralRequestsForm = {
  ...emptySeveral("CNY"),
  ...{ percent: "120", justification: "The spring festival." },
};

const faultsOf = (form: Partial<SeveralRequestsForm>) => {
  const parsed = SeveralRequestsForm.safeParse({ ...filled, ...form });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
};

describe("the form", () => {
  it.each<[Partial<SeveralRequestsForm>, string[]]>([
    [{}, []],
    [{ percent: "" }, ["percent"]],
    [{ percent: "1000.01" }, ["percent"]],
    [{ by: "add", amount: "1e3" }, ["amount"]],
    [{ by: "set", metric: "max_count", count: "1.5" }, ["count"]],
    [{ by: "set", metric: "max_count", count: "0" }, []],
    [{ justification: "Too short" }, ["justification"]],
    [{ period: "temporary" }, ["endsOn"]],
    [{ period: "temporary", startsOn: "2026-12-02", endsOn: "2026-12-01" }, ["endsOn"]],
  ])("%j has its fault on the field", (form, paths) => {
    expect(faultsOf(form)).toEqual(paths);
  });

  it("becomes a step and a period", () => {
    const form: SeveralRequestsForm = {
      ...{ ...filled, by: "add", amount: "1,000.50", period: "temporary" },
      ...{ startsOn: "2027-02-01", endsOn: "2027-02-07" },
    };
    expect(sharedChangeOf(form, now, cutOver)).toEqual({
      ...{ metric: "max_amount", currency: "CNY", step: { by: "add", value: 100_050 } },
      startsAt: Date.parse("2027-02-01T00:00:00+08:00"),
      endsAt: Date.parse("2027-02-08T00:00:00+08:00"),
    });
    expect(sharedChangeOf(filled, now, cutOver)).toMatchObject({
      ...{ step: { by: "percent", value: 12_000 }, startsAt: null, endsAt: null },
    });
  });
});

describe("a selection", () => {
  const ids = (length: number) => Array.from({ length }, (_, n) => `lim_${n}`);
  const fits = (selection: Record<string, unknown>) =>
    LimitSelection.safeParse({ merchantId: "898210154110002", ...selection }).success;

  it("holds as many limits as may be asked about together", () => {
    expect(fits({ list: "limits", ids: ids(MOST_ASKED_TOGETHER) })).toBe(true);
    expect(fits({ list: "limits", ids: ids(MOST_ASKED_TOGETHER + 1) })).toBe(false);
    expect(fits({ list: "limits", ids: [] })).toBe(false);
  });

  it("says whose limits they are", () => {
    expect(LimitSelection.safeParse({ list: "limits", ids: ids(1) }).success).toBe(false);
  });

  it("of another list is none", () => {
    expect(fits({ list: "merchants", ids: ids(1) })).toBe(false);
  });
});

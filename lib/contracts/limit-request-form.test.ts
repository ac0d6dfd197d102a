import { describe, expect, it } from "vitest";
import { askedOf, boundsOf, emptyForm, LimitRequestForm } from "@/lib/contracts/limit-request-form";

const current = { maxAmountMinor: 5_000_000, maxCount: null, minAmountMinor: null };
const limit = { currency: "CNY", current };

describe("emptyForm", () => {
  it("shows the present values, or those a verdict suggests", () => {
    expect(emptyForm(limit, {})).toMatchObject({ maxAmount: "50,000.00", noMaxCount: true });
    expect(emptyForm(limit, { maxAmountMinor: 6_000_000 }).maxAmount).toBe("60,000.00");
  });

  it("asks for nothing as it is", () => {
    const { values, faults } = boundsOf(emptyForm(limit, {}), limit);
    expect(faults).toEqual([]);
    expect(askedOf(values, limit)).toEqual({});
  });
});

describe("askedOf", () => {
  it("names only what differs; a bound taken away is null", () => {
    const form = { ...emptyForm(limit, {}), maxAmount: "6万", noMaxCount: false, maxCount: "20" };
    const read = boundsOf({ ...form, maxAmount: "60,000" }, limit);
    expect(askedOf(read.values, limit)).toEqual({
      max_amount: { amountMinor: 6_000_000, currency: "CNY" },
      max_count: 20,
    });
    const none = boundsOf({ ...form, noMaxAmount: true, noMaxCount: true }, limit);
    expect(askedOf(none.values, limit)).toEqual({ max_amount: null });
  });

  it("tells what cannot be read, and leaves it unchanged", () => {
    const form = { ...emptyForm(limit, {}), maxAmount: "a lot", noMaxCount: false, maxCount: "-1" };
    const { values, faults } = boundsOf(form, limit);
    expect(values).toEqual(current);
    expect(faults).toEqual([
      { field: "maxAmount", code: "not_a_number" },
      { field: "maxCount", code: "not_a_count" },
    ]);
  });
});

describe("LimitRequestForm", () => {
  const form = { ...emptyForm(limit, {}), justification: "Wholesale season" };

  it("wants a reason of ten characters and an end for a temporary change", () => {
    expect(LimitRequestForm.safeParse(form).success).toBe(true);
    const faults = (change: object) =>
      LimitRequestForm.safeParse({ ...form, ...change }).error?.issues.map(
        ({ path, message }) => `${path.join(".")} ${message}`,
      );
    expect(faults({ justification: "  short   " })).toEqual(["justification justification"]);
    expect(faults({ period: "temporary" })).toEqual(["endsOn endMissing"]);
    expect(faults({ period: "temporary", startsOn: "2027-02-07", endsOn: "2027-02-01" })).toEqual([
      "endsOn endBeforeStart",
    ]);
  });
});

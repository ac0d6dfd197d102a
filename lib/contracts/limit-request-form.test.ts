import { describe, expect, it } from "vitest";
import {
  askedOf,
  boundsOf,
  emptyForm,
  LimitRequestForm,
  periodOf,
} from "@/lib/contracts/limit-request-form";

const current = { maxAmountMinor: 5_000_000, maxCount: null, minAmountMinor: null };
const limit = { currency: "CNY", current };
const cutOver = { timeZone: "Asia/Shanghai", cutOverTime: "00:00" };
const at = (text: string) => Date.parse(`${text}+08:00`);

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

describe("periodOf", () => {
  const now = at("2026-11-24T10:00:00");
  const period = (startsOn: string, endsOn: string, zone = cutOver) =>
    periodOf({ period: endsOn ? "temporary" : "lasting", startsOn, endsOn }, now, zone);

  it("begins at once when the first day is today or not given", () => {
    expect(period("", "")).toEqual({ startsAt: null, endsAt: null });
    expect(period("2026-11-24", "")).toEqual({ startsAt: null, endsAt: null });
  });

  it("runs from the first day to the end of the last", () => {
    expect(period("2027-02-01", "2027-02-07")).toEqual({
      startsAt: at("2027-02-01T00:00:00"),
      endsAt: at("2027-02-08T00:00:00"),
    });
  });

  it("follows the cut-over", () => {
    const evening = { ...cutOver, cutOverTime: "20:00" };
    expect(period("2027-02-01", "2027-02-01", evening)).toEqual({
      startsAt: at("2027-01-31T20:00:00"),
      endsAt: at("2027-02-01T20:00:00"),
    });
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

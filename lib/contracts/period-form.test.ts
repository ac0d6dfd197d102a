import { describe, expect, it } from "vitest";
import { periodOf } from "@/lib/contracts/period-form";

const cutOver = { timeZone: "Asia/Shanghai", cutOverTime: "00:00" };
const at = (text: string) => Date.parse(`${text}+08:00`);

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

import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";

const CODE = "CARD_EXPIRED";
const lastMoment = Date.parse("2026-11-30T23:59:59.999+08:00");

it("passes all of the last day of its month, by the acquirer's clocks", () => {
  expect(sampleReasons(CODE, {}, { cardExpiry: "2026-11" }, lastMoment)).toEqual([]);
  expect(sampleReasons(CODE, {}, { cardExpiry: "2026-11" }, lastMoment + 1)).toMatchObject([
    {
      ...{ severity: "block", owner: "payer", cause: "card", action: "ASK_OTHER_CARD" },
      about: { value: "2026-11", enabled: [] },
    },
  ]);
});

it("goes by the acquirer's zone, not the merchant's", () => {
  const parts = { acquirer: { timeZone: "America/New_York" } };
  expect(sampleReasons(CODE, parts, { cardExpiry: "2026-11" }, lastMoment + 1)).toEqual([]);
});

it.each(["2026-12", "2027-01", undefined])("passes expiry %s", (cardExpiry) => {
  expect(sampleReasons(CODE, {}, cardExpiry === undefined ? {} : { cardExpiry })).toEqual([]);
});

it.each(["2026-10", "2025-12"])("refuses expiry %s", (cardExpiry) => {
  expect(sampleReasons(CODE, {}, { cardExpiry })).toHaveLength(1);
});

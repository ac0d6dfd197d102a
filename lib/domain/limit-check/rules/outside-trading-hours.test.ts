import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";

const CODE = "OUTSIDE_TRADING_HOURS";
const at = (time: string) => Date.parse(`2026-11-24T${time}+08:00`);
const terminal = { tradingHours: "08:00-22:00" };

it.each([
  ["07:59:59.999", 1],
  ["08:00:00", 0],
  ["21:59:59.999", 0],
  ["22:00:00", 1],
])("at %s gives %i", (time, count) => {
  expect(sampleReasons(CODE, { terminal }, {}, at(time))).toHaveLength(count);
});

it("says which hours, and that waiting helps", () => {
  expect(sampleReasons(CODE, { terminal }, {}, at("22:00:00"))).toMatchObject([
    {
      ...{ severity: "block", owner: "merchant", cause: "merchant", action: "WAIT" },
      about: { kind: "hours", tradingHours: "08:00-22:00" },
    },
  ]);
});

it("goes by the merchant's zone, not the acquirer's", () => {
  const merchant = { timeZone: "Asia/Urumqi" };
  expect(sampleReasons(CODE, { terminal, merchant }, {}, at("23:59:59"))).toEqual([]);
});

it("never refuses without hours", () => {
  expect(sampleReasons(CODE, {}, {}, at("03:00:00"))).toEqual([]);
});

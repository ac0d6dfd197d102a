import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";

const CODE = "FOREIGN_CARD_NOT_ENABLED";
const terminal = { cardOrigins: ["domestic"] } as const;

it("refuses a value that was given and is not in the list", () => {
  expect(sampleReasons(CODE, { terminal }, { cardOrigin: "foreign" })).toMatchObject([
    {
      ...{ severity: "block", owner: "terminal", cause: "terminal", action: "ASK_OTHER_CARD" },
      about: { kind: "attribute", value: "foreign", enabled: ["domestic"] },
    },
  ]);
});

it("passes one in the list, one that was not given, and any when the list is empty", () => {
  expect(sampleReasons(CODE, { terminal }, { cardOrigin: "domestic" })).toEqual([]);
  expect(sampleReasons(CODE, { terminal })).toEqual([]);
  expect(sampleReasons(CODE, {}, { cardOrigin: "foreign" })).toEqual([]);
});

it("says nothing of a domestic card where only foreign ones are taken", () => {
  const terminal = { cardOrigins: ["foreign"] } as const;
  expect(sampleReasons(CODE, { terminal }, { cardOrigin: "domestic" })).toEqual([]);
});

it("passes a foreign card where both are taken", () => {
  const terminal = { cardOrigins: ["domestic", "foreign"] } as const;
  expect(sampleReasons(CODE, { terminal }, { cardOrigin: "foreign" })).toEqual([]);
});

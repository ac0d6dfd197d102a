import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";

const CODE = "FUNDING_SOURCE_NOT_ENABLED";
const terminal = { fundingSources: ["debit"] } as const;

it("refuses a value that was given and is not in the list", () => {
  expect(sampleReasons(CODE, { terminal }, { fundingSource: "credit" })).toMatchObject([
    {
      ...{ severity: "block", owner: "terminal", cause: "terminal", action: "ASK_OTHER_CARD" },
      about: { kind: "attribute", value: "credit", enabled: ["debit"] },
    },
  ]);
});

it("passes one in the list, one that was not given, and any when the list is empty", () => {
  expect(sampleReasons(CODE, { terminal }, { fundingSource: "debit" })).toEqual([]);
  expect(sampleReasons(CODE, { terminal })).toEqual([]);
  expect(sampleReasons(CODE, {}, { fundingSource: "credit" })).toEqual([]);
});

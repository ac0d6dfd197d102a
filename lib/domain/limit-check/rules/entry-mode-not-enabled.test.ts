import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";

const CODE = "ENTRY_MODE_NOT_ENABLED";
const terminal = { entryModes: ["chip"] } as const;

it("refuses a value that was given and is not in the list", () => {
  expect(sampleReasons(CODE, { terminal }, { entryMode: "qr_static" })).toMatchObject([
    {
      ...{ severity: "block", owner: "terminal", cause: "terminal", action: "USE_OTHER_TERMINAL" },
      about: { kind: "attribute", value: "qr_static", enabled: ["chip"] },
    },
  ]);
});

it("passes one in the list, one that was not given, and any when the list is empty", () => {
  expect(sampleReasons(CODE, { terminal }, { entryMode: "chip" })).toEqual([]);
  expect(sampleReasons(CODE, { terminal })).toEqual([]);
  expect(sampleReasons(CODE, {}, { entryMode: "qr_static" })).toEqual([]);
});

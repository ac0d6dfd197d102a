import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";

const CODE = "TERMINAL_BINDING_INVALID";

it("refuses a serial number bound elsewhere or revoked", () => {
  expect(sampleReasons(CODE, { terminal: { bindingValid: false } })).toMatchObject([
    { severity: "block", owner: "terminal", cause: "terminal", action: "FIX_TERMINAL" },
  ]);
});

it.each([
  { serialNumber: "SN1", bindingValid: true },
  { serialNumber: null, bindingValid: false },
])("passes %j", (terminal) => {
  expect(sampleReasons(CODE, { terminal })).toEqual([]);
});

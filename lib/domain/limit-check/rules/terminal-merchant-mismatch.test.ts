import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";

const CODE = "TERMINAL_MERCHANT_MISMATCH";

it("refuses a terminal registered for another merchant", () => {
  expect(sampleReasons(CODE, { terminal: "other_merchant" })).toMatchObject([
    { severity: "block", owner: "terminal", cause: "terminal", action: "FIX_TERMINAL" },
  ]);
});

it.each([[{}], [{ terminal: null }]] as const)("leaves other cases alone: %j", (parts) => {
  expect(sampleReasons(CODE, parts)).toEqual([]);
});

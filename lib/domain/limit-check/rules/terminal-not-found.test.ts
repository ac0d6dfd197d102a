import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";

const CODE = "TERMINAL_NOT_FOUND";

it("refuses a terminal id that is registered nowhere", () => {
  expect(sampleReasons(CODE, { terminal: null })).toMatchObject([
    { severity: "block", owner: "terminal", cause: "terminal", action: "FIX_TERMINAL" },
  ]);
});

it.each([[{}], [{ terminal: "other_merchant" }]] as const)(
  "leaves other cases alone: %j",
  (parts) => {
    expect(sampleReasons(CODE, parts)).toEqual([]);
  },
);

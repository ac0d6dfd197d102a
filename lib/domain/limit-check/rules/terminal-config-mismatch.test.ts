import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";

const CODE = "TERMINAL_CONFIG_MISMATCH";

it.each([
  { reportedMerchantId: "898210154110003", reportedTerminalId: "00018644" },
  { reportedMerchantId: "898210154110002", reportedTerminalId: "00018645" },
  { reportedMerchantId: "898210154110003", reportedTerminalId: null },
  { reportedMerchantId: null, reportedTerminalId: "00018645" },
])("warns of %j", (reported) => {
  expect(sampleReasons(CODE, { terminal: reported })).toMatchObject([
    {
      ...{ severity: "warn", owner: "terminal", cause: "terminal", action: "FIX_TERMINAL" },
      about: { kind: "reported", ...reported },
    },
  ]);
});

it.each([
  { reportedMerchantId: null, reportedTerminalId: null },
  { reportedMerchantId: "898210154110002", reportedTerminalId: "00018644" },
])("is silent about %j", (terminal) => {
  expect(sampleReasons(CODE, { terminal })).toEqual([]);
});

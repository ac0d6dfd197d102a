import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";

const CODE = "NO_PIN_CEILING";

it("speaks above the ceiling, not at it", () => {
  const charge = { entryMode: "contactless", amountMinor: 100_001 } as const;
  expect(sampleReasons(CODE, {}, charge)).toMatchObject([
    {
      ...{ severity: "info", owner: "payer", cause: "limit", action: "NONE" },
      about: { kind: "ceiling", currency: "CNY", ceilingMinor: 100_000 },
    },
  ]);
  expect(sampleReasons(CODE, {}, { ...charge, amountMinor: 100_000 })).toEqual([]);
});

it("speaks only of this entry mode, given, and of CNY", () => {
  const amountMinor = 1_000_000;
  expect(sampleReasons(CODE, {}, { amountMinor })).toEqual([]);
  expect(sampleReasons(CODE, {}, { amountMinor, entryMode: "chip" })).toEqual([]);
  const inYen = { amountMinor, currency: "JPY", entryMode: "contactless" } as const;
  expect(sampleReasons(CODE, {}, inYen)).toEqual([]);
});

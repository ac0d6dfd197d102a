import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";

const CODE = "STATIC_QR_TIER_CEILING";

it("speaks above the ceiling, not at it", () => {
  const charge = { entryMode: "qr_static", amountMinor: 50_001 } as const;
  expect(sampleReasons(CODE, {}, charge)).toMatchObject([
    {
      ...{ severity: "warn", owner: "payer", cause: "limit", action: "ASK_OTHER_CARD" },
      about: { kind: "ceiling", currency: "CNY", ceilingMinor: 50_000 },
    },
  ]);
  expect(sampleReasons(CODE, {}, { ...charge, amountMinor: 50_000 })).toEqual([]);
});

it("speaks only of this entry mode, given, and of CNY", () => {
  const amountMinor = 500_000;
  expect(sampleReasons(CODE, {}, { amountMinor })).toEqual([]);
  expect(sampleReasons(CODE, {}, { amountMinor, entryMode: "chip" })).toEqual([]);
  const inYen = { amountMinor, currency: "JPY", entryMode: "qr_static" } as const;
  expect(sampleReasons(CODE, {}, inYen)).toEqual([]);
});

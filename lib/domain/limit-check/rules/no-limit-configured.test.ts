import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";
import { sampleLimit } from "@/lib/domain/limit-check/sample-snapshot";

const CODE = "NO_LIMIT_CONFIGURED";

it("remarks that no maximum amount binds the charge", () => {
  expect(sampleReasons(CODE)).toMatchObject([
    { severity: "info", owner: "acquirer", cause: "limit", action: "NONE" },
  ]);
  const limits = [sampleLimit({ maxCount: 5 }), sampleLimit({ limitId: "lim_2" })];
  expect(sampleReasons(CODE, { limits })).toHaveLength(1);
});

it("is silent once one does, however it is met", () => {
  expect(sampleReasons(CODE, { limits: [sampleLimit({ maxAmountMinor: 0 })] })).toEqual([]);
});

it("counts only limits whose filters the charge passes", () => {
  const limits = [sampleLimit({ maxAmountMinor: 5, filters: { entryModes: ["chip"] } })];
  expect(sampleReasons(CODE, { limits }, { entryMode: "qr_static" })).toHaveLength(1);
  expect(sampleReasons(CODE, { limits })).toEqual([]);
});

it("leaves it to the refusal of the currency", () => {
  const limits = [sampleLimit({ maxAmountMinor: 5, currency: "USD" })];
  expect(sampleReasons(CODE, { limits })).toEqual([]);
});

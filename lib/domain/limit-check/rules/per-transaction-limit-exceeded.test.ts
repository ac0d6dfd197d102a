import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";
import { type SampleLimit, sampleLimit } from "@/lib/domain/limit-check/sample-snapshot";

const CODE = "PER_TRANSACTION_LIMIT_EXCEEDED";
const single = (parts: SampleLimit) => sampleLimit({ window: "per_transaction", ...parts });

it("refuses more than the maximum and passes exactly the maximum", () => {
  const limits = [single({ maxAmountMinor: 5_000_000 })];
  expect(sampleReasons(CODE, { limits }, { amountMinor: 5_000_001 })).toMatchObject([
    {
      ...{ severity: "block", owner: "acquirer", cause: "limit", action: "REQUEST_LIMIT_CHANGE" },
      about: {
        ...{ kind: "limit", limitId: "lim_1", scope: "terminal", store: null },
        ...{ terminalId: "00018644", window: "per_transaction", measure: "amount" },
        ...{ currency: "CNY", limit: 5_000_000, used: null, reserved: null },
        ...{ remaining: 5_000_000, resetsAt: null, assumed: [] },
      },
    },
  ]);
  expect(sampleReasons(CODE, { limits }, { amountMinor: 5_000_000 })).toEqual([]);
});

it("allows nothing at 0 and anything at null", () => {
  expect(sampleReasons(CODE, { limits: [single({ maxAmountMinor: 0 })] })).toHaveLength(1);
  expect(sampleReasons(CODE, { limits: [single({})] })).toEqual([]);
});

it("leaves limits of other windows and other currencies alone", () => {
  const limits = [
    sampleLimit({ maxAmountMinor: 1 }),
    single({ currency: "USD", maxAmountMinor: 1 }),
  ];
  expect(sampleReasons(CODE, { limits })).toEqual([]);
});

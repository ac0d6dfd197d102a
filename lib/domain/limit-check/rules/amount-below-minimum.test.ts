import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";
import { sampleLimit } from "@/lib/domain/limit-check/sample-snapshot";

const CODE = "AMOUNT_BELOW_MINIMUM";
const limits = [sampleLimit({ window: "per_transaction", minAmountMinor: 500 })];

it("refuses less than the minimum and passes exactly the minimum", () => {
  expect(sampleReasons(CODE, { limits }, { amountMinor: 499 })).toMatchObject([
    {
      ...{ severity: "block", owner: "acquirer", cause: "limit", action: "REQUEST_LIMIT_CHANGE" },
      about: {
        ...{ kind: "limit", limitId: "lim_1", window: "per_transaction", measure: "amount" },
        ...{ limit: 500, used: null, reserved: null, remaining: 500, resetsAt: null },
      },
    },
  ]);
  expect(sampleReasons(CODE, { limits }, { amountMinor: 500 })).toEqual([]);
});

it("names every minimum it is below", () => {
  const other = sampleLimit({ limitId: "lim_2", window: "per_transaction", minAmountMinor: 600 });
  expect(sampleReasons(CODE, { limits: [...limits, other] }, { amountMinor: 1 })).toHaveLength(2);
});

it("knows no minimum of a day, and none where none is set", () => {
  const daily = sampleLimit({ minAmountMinor: 500 });
  const none = sampleLimit({ window: "per_transaction", maxAmountMinor: 500 });
  expect(sampleReasons(CODE, { limits: [daily, none] }, { amountMinor: 1 })).toEqual([]);
});

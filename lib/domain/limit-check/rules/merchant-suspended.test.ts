import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";

const CODE = "MERCHANT_SUSPENDED";

it("refuses a suspended merchant and tells the reason somebody gave", () => {
  const merchant = { status: "suspended", statusReason: "Left" } as const;
  expect(sampleReasons(CODE, { merchant })).toMatchObject([
    {
      ...{ severity: "block", owner: "acquirer", cause: "merchant", action: "CONTACT_ACQUIRER" },
      about: { kind: "status", status: "suspended", statusReason: "Left" },
    },
  ]);
});

it.each(["active", "pending", "closed"] as const)("leaves one that is %s alone", (status) => {
  expect(sampleReasons(CODE, { merchant: { status } })).toEqual([]);
});

import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";

const CODE = "MERCHANT_CLOSED";

it("refuses a closed merchant and tells the reason somebody gave", () => {
  const merchant = { status: "closed", statusReason: "Left" } as const;
  expect(sampleReasons(CODE, { merchant })).toMatchObject([
    {
      ...{ severity: "block", owner: "acquirer", cause: "merchant", action: "CONTACT_ACQUIRER" },
      about: { kind: "status", status: "closed", statusReason: "Left" },
    },
  ]);
});

it.each(["active", "pending", "suspended"] as const)("leaves one that is %s alone", (status) => {
  expect(sampleReasons(CODE, { merchant: { status } })).toEqual([]);
});

import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";

const CODE = "MERCHANT_NOT_FOUND";

it("refuses a merchant id without a merchant, and says nothing more", () => {
  expect(sampleReasons(CODE, { merchant: null })).toEqual([
    {
      code: CODE,
      severity: "block",
      owner: "acquirer",
      cause: "merchant",
      action: "CONTACT_ACQUIRER",
      expectedCode: null,
      about: { kind: "none" },
    },
  ]);
});

it("passes a merchant that is known", () => {
  expect(sampleReasons(CODE)).toEqual([]);
});

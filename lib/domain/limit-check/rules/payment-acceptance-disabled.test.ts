import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";

const CODE = "PAYMENT_ACCEPTANCE_DISABLED";
const off = { enabled: false, reason: "Chargebacks", since: 0 };

it("refuses while the switch is off and tells why", () => {
  expect(sampleReasons(CODE, { merchant: { paymentAcceptance: off } })).toMatchObject([
    {
      ...{ severity: "block", owner: "acquirer", cause: "merchant", action: "CONTACT_ACQUIRER" },
      about: { kind: "status", status: "disabled", statusReason: "Chargebacks" },
    },
  ]);
});

it("refuses a merchant that is not activated yet", () => {
  const merchant = { status: "pending", statusReason: "Contract unsigned" } as const;
  expect(sampleReasons(CODE, { merchant })).toMatchObject([
    { about: { kind: "status", status: "pending", statusReason: "Contract unsigned" } },
  ]);
});

it("speaks once when both hold, of the switch", () => {
  const merchant = { status: "pending", paymentAcceptance: off } as const;
  expect(sampleReasons(CODE, { merchant })).toMatchObject([{ about: { status: "disabled" } }]);
});

it.each(["active", "suspended", "closed"] as const)(
  "leaves a merchant that is %s alone",
  (status) => {
    expect(sampleReasons(CODE, { merchant: { status } })).toEqual([]);
  },
);

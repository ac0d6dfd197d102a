import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";
import { SAMPLE_AT } from "@/lib/domain/limit-check/sample-snapshot";
import { DAY_MS } from "@/lib/domain/zoned-time";

const CODE = "COMPLIANCE_REQUIREMENT_DUE_SOON";

const requirement = {
  code: "business_license",
  terminalId: null,
  status: "currently_due",
  dueAt: SAMPLE_AT + 14 * DAY_MS,
  documentExpiresAt: null,
  affects: ["payment_acceptance"],
} as const;

it("warns from exactly the lead time before the deadline", () => {
  expect(sampleReasons(CODE, { requirements: [requirement] })).toMatchObject([
    {
      ...{ severity: "warn", owner: "merchant", cause: "compliance" },
      action: "COMPLETE_REQUIREMENT",
      about: { requirementCode: "business_license", deadlineAt: requirement.dueAt },
    },
  ]);
  expect(sampleReasons(CODE, { requirements: [requirement] }, {}, SAMPLE_AT - 1)).toEqual([]);
});

it("takes the lead time from the acquirer", () => {
  const acquirer = { dueSoonDays: 13 };
  expect(sampleReasons(CODE, { acquirer, requirements: [requirement] })).toEqual([]);
});

it("leaves it to the refusal once it is late", () => {
  expect(sampleReasons(CODE, { requirements: [{ ...requirement, dueAt: SAMPLE_AT }] })).toEqual([]);
});

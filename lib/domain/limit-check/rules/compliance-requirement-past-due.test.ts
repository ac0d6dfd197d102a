import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";
import { SAMPLE_AT } from "@/lib/domain/limit-check/sample-snapshot";

const CODE = "COMPLIANCE_REQUIREMENT_PAST_DUE";

const requirement = {
  code: "business_license",
  terminalId: null,
  status: "currently_due",
  dueAt: SAMPLE_AT,
  documentExpiresAt: null,
  affects: ["payment_acceptance"],
} as const;

it("refuses from the deadline itself on", () => {
  expect(sampleReasons(CODE, { requirements: [requirement] })).toMatchObject([
    {
      ...{ severity: "block", owner: "merchant", cause: "compliance" },
      action: "COMPLETE_REQUIREMENT",
      about: { kind: "requirement", requirementCode: "business_license", deadlineAt: SAMPLE_AT },
    },
  ]);
  expect(sampleReasons(CODE, { requirements: [requirement] }, {}, SAMPLE_AT - 1)).toEqual([]);
});

it("names each one that is late", () => {
  const other = { ...requirement, code: "pci_saq" };
  expect(sampleReasons(CODE, { requirements: [requirement, other] })).toHaveLength(2);
});

it("leaves alone what does not touch accepting payments, another terminal's and what is verified", () => {
  const requirements = [
    { ...requirement, affects: ["settlement"] },
    { ...requirement, terminalId: "00018645" },
    { ...requirement, status: "pending_verification" },
    { ...requirement, dueAt: SAMPLE_AT + 1 },
  ] as const;
  expect(sampleReasons(CODE, { requirements })).toEqual([]);
});

it("counts this terminal's own", () => {
  const requirements = [{ ...requirement, terminalId: "00018644" }];
  expect(sampleReasons(CODE, { requirements })).toHaveLength(1);
});

it.each([null, "other_merchant"] as const)(
  "with terminal %s counts the merchant's only",
  (terminal) => {
    const requirements = [requirement, { ...requirement, terminalId: "00018644" }];
    expect(sampleReasons(CODE, { terminal, requirements })).toHaveLength(1);
  },
);

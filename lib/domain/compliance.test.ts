import { describe, expect, it } from "vitest";
import {
  complianceStatus,
  concerns,
  deadlineOf,
  type RequirementState,
  standingOf,
} from "@/lib/domain/compliance";
import { DAY_MS } from "@/lib/domain/zoned-time";

const now = Date.parse("2026-11-24T10:00:00+08:00");

function requirement(fields: Partial<RequirementState>): RequirementState {
  return {
    code: "business_license",
    terminalId: null,
    status: "currently_due",
    dueAt: null,
    documentExpiresAt: null,
    affects: ["payment_acceptance"],
    ...fields,
  };
}

describe("standingOf", () => {
  it.each([
    [{ status: "currently_due", dueAt: now }, "past_due"],
    [{ status: "currently_due", dueAt: now + 1 }, "due_soon"],
    [{ status: "eventually_due", dueAt: now + 14 * DAY_MS }, "due_soon"],
    [{ status: "eventually_due", dueAt: now + 14 * DAY_MS + 1 }, "met"],
    [{ status: "eventually_due", dueAt: now - 1 }, "past_due"],
    [{ status: "currently_due" }, "met"],
    [{ status: "currently_due", documentExpiresAt: now }, "past_due"],
    [{ status: "currently_due", dueAt: now + 20 * DAY_MS, documentExpiresAt: now }, "met"],
    [{ status: "satisfied", dueAt: now - 1 }, "met"],
    [{ status: "satisfied", dueAt: now - 1, documentExpiresAt: now }, "past_due"],
    [{ status: "satisfied", documentExpiresAt: now + 1 }, "due_soon"],
    [{ status: "past_due", dueAt: now + 99 * DAY_MS }, "past_due"],
    [{ status: "past_due" }, "past_due"],
    [{ status: "pending_verification", dueAt: now - 1 }, "unverified"],
  ] as const)("%j is %s", (fields, standing) => {
    expect(standingOf(requirement(fields), now, 14)).toBe(standing);
  });

  it("is never due soon when the lead time is nought", () => {
    expect(standingOf(requirement({ dueAt: now + 1 }), now, 0)).toBe("met");
  });
});

it("takes the deadline from the document once satisfied", () => {
  const dates = { dueAt: 1, documentExpiresAt: 2 };
  expect(deadlineOf(requirement({ status: "satisfied", ...dates }))).toBe(2);
  expect(deadlineOf(requirement({ status: "currently_due", ...dates }))).toBe(1);
});

describe("complianceStatus", () => {
  const pastDue = requirement({ status: "past_due" });
  const dueSoon = requirement({ dueAt: now + 1 });
  const unverified = requirement({ status: "pending_verification" });
  const met = requirement({ status: "satisfied" });

  it.each([
    [[], "compliant"],
    [[met], "compliant"],
    [[met, unverified], "unknown"],
    [[unverified, dueSoon], "due_soon"],
    [[dueSoon, pastDue, unverified], "past_due"],
  ] as const)("is the worst of them: %#", (requirements, status) => {
    expect(complianceStatus(requirements, null, now, 14)).toBe(status);
  });

  it("counts another terminal's requirements for that terminal only", () => {
    const ofTerminal = requirement({ status: "past_due", terminalId: "00018644" });
    expect(complianceStatus([ofTerminal], "00018644", now, 14)).toBe("past_due");
    expect(complianceStatus([ofTerminal], "00018645", now, 14)).toBe("compliant");
    expect(complianceStatus([ofTerminal], null, now, 14)).toBe("compliant");
    expect(concerns(met, "00018645")).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import type { RequirementState } from "@/lib/domain/compliance";
import { byUrgency, complianceAnswer, type ComplianceFacts } from "@/lib/domain/compliance-answer";

const NOW = Date.UTC(2026, 10, 24);
const DAY = 86_400_000;
const ON = { enabled: true, reason: null, since: 0 };
const OFF = { enabled: false, reason: "Account closed", since: 0 };

const paper = (change: Partial<RequirementState> = {}): RequirementState => ({
  code: "business_license",
  terminalId: null,
  status: "satisfied",
  dueAt: null,
  documentExpiresAt: NOW + 400 * DAY,
  affects: ["payment_acceptance"],
  ...change,
});

const facts = (change: Partial<ComplianceFacts> = {}): ComplianceFacts => ({
  merchantStatus: "active",
  switches: { payment_acceptance: ON, settlement: ON },
  requirements: [],
  ...change,
});

const answer = (change: Partial<ComplianceFacts>) => complianceAnswer(facts(change), NOW, 14);

describe("how the papers are", () => {
  it("is fine, with the next deadline ahead", () => {
    expect(answer({})).toEqual({ kind: "fine", next: null });
    const requirements = [paper(), paper({ documentExpiresAt: NOW + 90 * DAY })];
    expect(answer({ requirements })).toEqual({ kind: "fine", next: NOW + 90 * DAY });
  });

  it("is due soon from exactly the lead time on, and late from the deadline itself on", () => {
    const due = (dueAt: number) => ({
      requirements: [paper({ status: "currently_due", dueAt, affects: [] })],
    });
    expect(answer(due(NOW + 14 * DAY))).toEqual({ kind: "due_soon", by: NOW + 14 * DAY });
    expect(answer(due(NOW + 14 * DAY + 1)).kind).toBe("fine");
    expect(answer(due(NOW + 1)).kind).toBe("due_soon");
    expect(answer(due(NOW)).kind).toBe("late");
  });

  it("says what a late paper of the merchant stops", () => {
    const late = paper({ documentExpiresAt: NOW, affects: ["settlement", "payment_acceptance"] });
    expect(answer({ requirements: [late] })).toEqual({
      kind: "stopped",
      what: ["payment_acceptance", "settlement"],
    });
    expect(answer({ requirements: [{ ...late, terminalId: "00018644" }] }).kind).toBe("late");
  });

  it("says what was switched off, and that a suspended merchant takes no payment", () => {
    const switches = { payment_acceptance: ON, settlement: OFF };
    expect(answer({ switches })).toEqual({ kind: "stopped", what: ["settlement"] });
    expect(answer({ merchantStatus: "suspended" })).toEqual({
      kind: "stopped",
      what: ["payment_acceptance"],
    });
  });

  it("waits for what is being verified only when nothing is due", () => {
    const verifying = paper({ status: "pending_verification" });
    expect(answer({ requirements: [verifying, paper()] })).toEqual({ kind: "verifying" });
    const due = paper({ status: "currently_due", dueAt: NOW + DAY });
    expect(answer({ requirements: [verifying, due] }).kind).toBe("due_soon");
  });
});

it("lists what needs doing first first", () => {
  const met = paper({ code: "site_inspection" });
  const late = paper({ code: "pci_saq", documentExpiresAt: NOW - DAY });
  const soon = paper({ code: "legal_person_id", documentExpiresAt: NOW + 3 * DAY });
  const sooner = paper({ code: "settlement_account", documentExpiresAt: NOW + DAY });
  const endless = paper({ code: "risk_rating", documentExpiresAt: null });
  const order = byUrgency([endless, met, soon, late, sooner], NOW, 14).map(({ code }) => code);
  expect(order).toEqual([
    ...["pci_saq", "settlement_account", "legal_person_id", "site_inspection", "risk_rating"],
  ]);
});

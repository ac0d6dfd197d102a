import type { Instant } from "@/lib/domain/instant";
import { DAY_MS } from "@/lib/domain/zoned-time";

/** The papers and checks a merchant must keep current. */
export const REQUIREMENT_CODES = [
  "business_license",
  "legal_person_id",
  "beneficial_owner",
  "settlement_account",
  "pci_saq",
  "terminal_binding",
  "site_inspection",
  "risk_rating",
] as const;

export const REQUIREMENT_STATUSES = [
  "currently_due",
  "eventually_due",
  "past_due",
  "pending_verification",
  "satisfied",
] as const;
export type RequirementStatus = (typeof REQUIREMENT_STATUSES)[number];

/** A requirement of the merchant, or of one of its terminals when `terminalId` is set. */
export type RequirementState = {
  code: string;
  terminalId: string | null;
  status: RequirementStatus;
  dueAt: Instant | null;
  documentExpiresAt: Instant | null;
  affects: readonly ("payment_acceptance" | "settlement")[];
};

/** How a requirement stands at a moment, whatever was last recorded about it. */
export type RequirementStanding = "met" | "due_soon" | "past_due" | "unverified";

/** How a merchant or a terminal stands; unknown while nothing is due but something is unverified. */
export type ComplianceStatus = "compliant" | "due_soon" | "past_due" | "unknown";

/** When a requirement must be met: a satisfied one when its document expires, else when due. */
export function deadlineOf(requirement: RequirementState): Instant | null {
  if (requirement.status === "satisfied") return requirement.documentExpiresAt;
  return requirement.dueAt ?? requirement.documentExpiresAt;
}

/**
 * Past due from the deadline itself on, or when recorded so; due soon from exactly `dueSoonDays` before
 * it; under verification it is neither; without a deadline it is met.
 */
export function standingOf(
  requirement: RequirementState,
  at: Instant,
  dueSoonDays: number,
): RequirementStanding {
  if (requirement.status === "past_due") return "past_due";
  if (requirement.status === "pending_verification") return "unverified";
  const deadline = deadlineOf(requirement);
  if (deadline === null) return "met";
  if (at >= deadline) return "past_due";
  return deadline - at <= dueSoonDays * DAY_MS ? "due_soon" : "met";
}

/** The worst standing of the merchant's own requirements and, given a terminal, of that terminal's. */
export function complianceStatus(
  requirements: readonly RequirementState[],
  terminalId: string | null,
  at: Instant,
  dueSoonDays: number,
): ComplianceStatus {
  const concerning = requirements.filter((requirement) => concerns(requirement, terminalId));
  return overallCompliance(concerning, at, dueSoonDays);
}

/** The worst standing of all of these. */
export function overallCompliance(
  requirements: readonly RequirementState[],
  at: Instant,
  dueSoonDays: number,
): ComplianceStatus {
  const standings = requirements.map((requirement) => standingOf(requirement, at, dueSoonDays));
  if (standings.includes("past_due")) return "past_due";
  if (standings.includes("due_soon")) return "due_soon";
  return standings.includes("unverified") ? "unknown" : "compliant";
}

/** A requirement without a terminal concerns every terminal; else only its own. */
export function concerns(requirement: RequirementState, terminalId: string | null): boolean {
  return requirement.terminalId === null || requirement.terminalId === terminalId;
}

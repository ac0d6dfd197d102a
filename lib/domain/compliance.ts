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
export type RequirementCode = (typeof REQUIREMENT_CODES)[number];

/** How a merchant or a terminal stands; unknown while nothing is due but something is unverified. */
export type ComplianceStatus = "compliant" | "due_soon" | "past_due" | "unknown";

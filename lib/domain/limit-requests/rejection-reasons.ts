/** Why a request is rejected; `other` needs a note that says it. */
export const REJECTION_REASONS = [
  "use_does_not_support",
  "justification_insufficient",
  "risk_too_high",
  "compliance_open",
  "not_this_limit",
  "other",
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

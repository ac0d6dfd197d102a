import type { MerchantSnapshot, Rule } from "@/lib/domain/limit-check/rule";
import { requirementsStanding } from "@/lib/domain/limit-check/standing-requirements";

/** A requirement on accepting payments whose deadline is no further away than the lead time. */
export const complianceRequirementDueSoon: Rule<MerchantSnapshot> = (snapshot, _proposal, moment) =>
  requirementsStanding("due_soon", "COMPLIANCE_REQUIREMENT_DUE_SOON", snapshot, moment);

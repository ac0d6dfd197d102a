import type { MerchantSnapshot, Rule } from "@/lib/domain/limit-check/rule";
import { requirementsStanding } from "@/lib/domain/limit-check/standing-requirements";

/** A requirement on accepting payments that is past its deadline; the deadline itself is too late. */
export const complianceRequirementPastDue: Rule<MerchantSnapshot> = (snapshot, _proposal, moment) =>
  requirementsStanding("past_due", "COMPLIANCE_REQUIREMENT_PAST_DUE", snapshot, moment);

import {
  concerns,
  deadlineOf,
  type RequirementStanding,
  standingOf,
} from "@/lib/domain/compliance";
import { makeReason } from "@/lib/domain/limit-check/make-reason";
import type { Reason } from "@/lib/domain/limit-check/reason";
import type { ReasonCode } from "@/lib/domain/limit-check/reason-codes";
import { type MerchantSnapshot, type Moment, NO_REASONS } from "@/lib/domain/limit-check/rule";

function terminalIdOf({ terminal }: MerchantSnapshot): string | null {
  return terminal === null || terminal === "other_merchant" ? null : terminal.terminalId;
}

/** A reason for every requirement on accepting payments, of the merchant or this terminal, that stands so. */
export function requirementsStanding(
  standing: RequirementStanding,
  code: ReasonCode,
  snapshot: MerchantSnapshot,
  { at }: Moment,
): readonly Reason[] {
  let reasons: Reason[] | null = null;
  for (const requirement of snapshot.requirements) {
    if (!requirement.affects.includes("payment_acceptance")) continue;
    if (!concerns(requirement, terminalIdOf(snapshot))) continue;
    if (standingOf(requirement, at, snapshot.acquirer.dueSoonDays) !== standing) continue;
    const about = { requirementCode: requirement.code, deadlineAt: deadlineOf(requirement) };
    (reasons ??= []).push(makeReason(code, snapshot, { kind: "requirement", ...about }));
  }
  return reasons ?? NO_REASONS;
}

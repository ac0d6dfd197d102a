import {
  type ComplianceStatus,
  deadlineOf,
  overallCompliance,
  type RequirementStanding,
  type RequirementState,
  standingOf,
} from "@/lib/domain/compliance";
import type { Instant } from "@/lib/domain/instant";
import type { MerchantStatus, SwitchState } from "@/lib/domain/limit-check/snapshot";
import { MERCHANT_SWITCHES, type MerchantSwitch } from "@/lib/domain/merchants";

/** How the papers of a merchant are, in one look. */
export type ComplianceAnswer =
  | { kind: "stopped"; what: readonly [MerchantSwitch, ...MerchantSwitch[]] }
  | { kind: "late" }
  | { kind: "due_soon"; by: Instant | null }
  | { kind: "verifying" }
  /** `next` = the earliest deadline ahead, if there is any. */
  | { kind: "fine"; next: Instant | null };

export type ComplianceFacts = {
  merchantStatus: MerchantStatus;
  switches: Readonly<Record<MerchantSwitch, SwitchState>>;
  requirements: readonly RequirementState[];
};

const ORDER: Record<RequirementStanding, number> = {
  past_due: 0,
  due_soon: 1,
  unverified: 2,
  met: 3,
};

/** What needs doing first comes first; of one standing the earlier deadline, none at the end. */
export function byUrgency<T extends RequirementState>(
  requirements: readonly T[],
  at: Instant,
  dueSoonDays: number,
): T[] {
  const rank = (one: T) => ORDER[standingOf(one, at, dueSoonDays)];
  const deadline = (one: T) => deadlineOf(one) ?? Infinity;
  return requirements.toSorted((one, other) => {
    const byRank = rank(one) - rank(other);
    return byRank === 0 ? Math.sign(deadline(one) - deadline(other)) || 0 : byRank;
  });
}

/** Whether it is off, or kept from running by the status or by a late paper of the whole merchant. */
export function isStopped(facts: ComplianceFacts, what: MerchantSwitch, at: Instant): boolean {
  if (!facts.switches[what].enabled) return true;
  if (what === "payment_acceptance" && facts.merchantStatus !== "active") return true;
  return facts.requirements.some(
    (one) =>
      one.terminalId === null &&
      one.affects.includes(what) &&
      standingOf(one, at, 0) === "past_due",
  );
}

function earliest(requirements: readonly RequirementState[]): Instant | null {
  const deadlines = requirements.map(deadlineOf).filter((deadline) => deadline !== null);
  return deadlines.length === 0 ? null : Math.min(...deadlines);
}

/**
 * What stands worst: switched off, past due with an effect on the whole merchant, past due otherwise (one
 * terminal, or nothing stopped), due soon, being verified; else everything is fine.
 */
export function complianceAnswer(
  facts: ComplianceFacts,
  at: Instant,
  dueSoonDays: number,
): ComplianceAnswer {
  const [first, ...others] = MERCHANT_SWITCHES.filter((what) => isStopped(facts, what, at));
  if (first) return { kind: "stopped", what: [first, ...others] };
  const { requirements } = facts;
  const status: ComplianceStatus = overallCompliance(requirements, at, dueSoonDays);
  switch (status) {
    case "past_due":
      return { kind: "late" };
    case "due_soon": {
      const soon = requirements.filter((one) => standingOf(one, at, dueSoonDays) === "due_soon");
      return { kind: "due_soon", by: earliest(soon) };
    }
    case "unknown":
      return { kind: "verifying" };
    case "compliant":
      return { kind: "fine", next: earliest(requirements) };
  }
}

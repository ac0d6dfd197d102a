import type { Instant } from "@/lib/domain/instant";
import type { RequestPlan } from "@/lib/domain/limit-requests/plan-request";

export type PlanCounts = {
  /** Tightens and begins now. */
  atOnce: number;
  /** Tightens on its first day; nobody need approve it. */
  later: number;
  onePerson: number;
  twoPeople: number;
  leftOut: number;
};

/** What happens to a limit by its plan; a start that has come counts as now. */
export function effectOf(plan: RequestPlan, now: Instant): keyof PlanCounts {
  if (!plan.ok) return "leftOut";
  if (plan.seen.approvals === 0) return plan.startsAt > now ? "later" : "atOnce";
  return plan.seen.approvals === 1 ? "onePerson" : "twoPeople";
}

/** How many limits each effect has. */
export function countPlans(plans: readonly RequestPlan[], now: Instant): PlanCounts {
  const counts = { atOnce: 0, later: 0, onePerson: 0, twoPeople: 0, leftOut: 0 };
  for (const plan of plans) counts[effectOf(plan, now)] += 1;
  return counts;
}

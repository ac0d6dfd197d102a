import type { PlanEffect, RequestPlan } from "@/lib/domain/limit-requests/plan-request";

export type PlanCounts = Record<PlanEffect | "leftOut", number>;

/** How many limits each effect has, and how many are left out. */
export function countPlans(plans: readonly RequestPlan[]): PlanCounts {
  const counts = { atOnce: 0, later: 0, onePerson: 0, twoPeople: 0, leftOut: 0 };
  for (const plan of plans) counts[plan.ok ? plan.effect : "leftOut"] += 1;
  return counts;
}

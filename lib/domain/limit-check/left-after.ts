import type { Instant } from "@/lib/domain/instant";
import { bindingLimits, remainingUnder } from "@/lib/domain/limit-check/binding-limits";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";
import { resetsAt } from "@/lib/domain/limits/counting";

/** What stays left of a window after a charge, and when it starts anew or, a rolling one, to free up. */
export type LeftAfter = { amountMinor: number; resetsAt: Instant | null };

/** The least that stays left of any window's amount after the charge; null when none limits amounts. */
export function leftAfter(
  snapshot: CheckSnapshot,
  proposal: Proposal,
  at: Instant,
): LeftAfter | null {
  let least: LeftAfter | null = null;
  for (const binding of bindingLimits(snapshot, proposal, at)) {
    const { limit, counter } = binding;
    const remaining = remainingUnder(binding, "amount");
    if (limit.window === "per_transaction" || remaining === null) continue;
    const amountMinor = Math.max(0, remaining - proposal.amountMinor);
    if (least !== null && least.amountMinor <= amountMinor) continue;
    const leavesAt = limit.windowSeconds === null ? null : at + limit.windowSeconds * 1000;
    const reset = resetsAt(limit.window, counter, at, snapshot.acquirer) ?? leavesAt;
    least = { amountMinor, resetsAt: reset };
  }
  return least;
}

import { minimumOf } from "@/lib/domain/limit-check/binding-limits";
import { limitFigures, makeReason } from "@/lib/domain/limit-check/make-reason";
import type { Reason } from "@/lib/domain/limit-check/reason";
import { NO_REASONS, type Rule } from "@/lib/domain/limit-check/rule";

/** A charge below the least a single one may be; exactly that passes. */
export const amountBelowMinimum: Rule = (snapshot, proposal, { at, limits }) => {
  let reasons: Reason[] | null = null;
  for (const binding of limits) {
    const minimum = minimumOf(binding);
    if (minimum === null || proposal.amountMinor >= minimum) continue;
    const about = limitFigures(binding, "amount", minimum, [snapshot, proposal, at]);
    (reasons ??= []).push(makeReason("AMOUNT_BELOW_MINIMUM", snapshot, about));
  }
  return reasons ?? NO_REASONS;
};

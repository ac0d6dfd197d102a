import {
  type BindingLimit,
  countedOf,
  exceededMaximum,
  maximumOf,
  type Measure,
  takenBy,
} from "@/lib/domain/limit-check/binding-limits";
import { limitFigures, makeReason } from "@/lib/domain/limit-check/make-reason";
import type { Reason } from "@/lib/domain/limit-check/reason";
import { NO_REASONS, type Rule } from "@/lib/domain/limit-check/rule";
import type { Proposal } from "@/lib/domain/limit-check/snapshot";

const MEASURES: readonly Measure[] = ["amount", "count"];

/** The least whole number that is `percent` of a maximum, exact up to 2^53-1. */
export function warnLevelOf(maximum: number, percent: number): number {
  const hundreds = Math.floor(maximum / 100);
  return hundreds * percent + Math.ceil(((maximum - hundreds * 100) * percent) / 100);
}

/** The maximum whose warn level a charge reaches; null when it stays below. */
function reachedMaximum(binding: BindingLimit, measure: Measure, proposal: Proposal) {
  const maximum = maximumOf(binding, measure);
  if (maximum === null) return null;
  const [used, reserved] = countedOf(binding, measure);
  const taken = used + reserved + takenBy(proposal, measure);
  return taken >= warnLevelOf(maximum, binding.version.warnPercent) ? maximum : null;
}

function blocks(binding: BindingLimit, proposal: Proposal): boolean {
  return MEASURES.some((measure) => exceededMaximum(binding, measure, proposal) !== null);
}

/** A charge after which a limit it passes is used to its warn level or more; single-charge limits never warn. */
export const limitNearlyReached: Rule = (snapshot, proposal, { at, limits }) => {
  let reasons: Reason[] | null = null;
  for (const binding of limits) {
    if (binding.limit.window === "per_transaction" || blocks(binding, proposal)) continue;
    for (const measure of MEASURES) {
      const maximum = reachedMaximum(binding, measure, proposal);
      if (maximum === null) continue;
      const about = limitFigures(binding, measure, maximum, [snapshot, proposal, at]);
      (reasons ??= []).push(makeReason("LIMIT_NEARLY_REACHED", snapshot, about));
    }
  }
  return reasons ?? NO_REASONS;
};

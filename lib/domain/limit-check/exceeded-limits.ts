import { exceededMaximum, type Measure } from "@/lib/domain/limit-check/binding-limits";
import { limitFigures, makeReason } from "@/lib/domain/limit-check/make-reason";
import type { Reason } from "@/lib/domain/limit-check/reason";
import type { ReasonCode } from "@/lib/domain/limit-check/reason-codes";
import { type Moment, NO_REASONS } from "@/lib/domain/limit-check/rule";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";
import type { Window } from "@/lib/domain/limits/limit";

/** A reason for every limit of a window whose maximum the charge exceeds. */
export function exceededLimits(
  code: ReasonCode,
  [window, measure]: readonly [Window, Measure],
  [snapshot, proposal, moment]: readonly [CheckSnapshot, Proposal, Moment],
): readonly Reason[] {
  let reasons: Reason[] | null = null;
  for (const binding of moment.limits) {
    if (binding.limit.window !== window) continue;
    const maximum = exceededMaximum(binding, measure, proposal);
    if (maximum === null) continue;
    const about = limitFigures(binding, measure, maximum, [snapshot, proposal, moment.at]);
    (reasons ??= []).push(makeReason(code, snapshot, about));
  }
  return reasons ?? NO_REASONS;
}

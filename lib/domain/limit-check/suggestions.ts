import type { Instant } from "@/lib/domain/instant";
import type { Headroom, Suggestion } from "@/lib/domain/limit-check/check-result";
import type { Reason } from "@/lib/domain/limit-check/reason";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";
import { suggestLimitChanges } from "@/lib/domain/limit-check/suggest-limit-changes";
import { suggestWaiting } from "@/lib/domain/limit-check/suggest-waiting";

/** The largest passing amount, when it is less than asked and not nothing. */
function suggestLess({ amountMinor }: Headroom, proposal: Proposal): Suggestion[] {
  if (amountMinor === null || amountMinor === 0 || amountMinor >= proposal.amountMinor) return [];
  return [{ kind: "reduce_amount", amountMinor, currency: proposal.currency }];
}

/** What helps a declined charge on the terminal it was asked for, in the order people try it. */
export function suggestWaysOut(
  reasons: readonly Reason[],
  headroom: Headroom,
  [snapshot, proposal, at]: readonly [CheckSnapshot, Proposal, Instant],
  evaluatedAt: Instant,
): readonly Suggestion[] {
  return [
    ...suggestLess(headroom, proposal),
    ...suggestWaiting(reasons, [snapshot, proposal, at], evaluatedAt),
    ...suggestLimitChanges(reasons, proposal),
  ];
}

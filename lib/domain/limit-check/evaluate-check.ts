import type { Instant } from "@/lib/domain/instant";
import type { CheckResult, Verdict } from "@/lib/domain/limit-check/check-result";
import { evaluateReasons } from "@/lib/domain/limit-check/evaluate-reasons";
import { failureRisk } from "@/lib/domain/limit-check/failure-risk";
import { headroomAmong } from "@/lib/domain/limit-check/headroom";
import type { Reason } from "@/lib/domain/limit-check/reason";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";
import { suggestWaysOut } from "@/lib/domain/limit-check/suggestions";

/** `audience`: a merchant never learns that a terminal is another merchant's. `evaluatedAt`: now. */
export type CheckOptions = { audience?: "merchant" | "acquirer"; evaluatedAt?: Instant };

function asSeenBy(audience: CheckOptions["audience"], snapshot: CheckSnapshot): CheckSnapshot {
  const isHidden = audience !== "acquirer" && snapshot.terminal === "other_merchant";
  return isHidden ? { ...snapshot, terminal: null } : snapshot;
}

/** Declined when any reason blocks, else to be reviewed when any warns, else approved. */
function verdictOf(reasons: readonly Reason[]): Verdict {
  const [first, ...rest] = reasons;
  if (first?.severity === "block") return { decision: "decline", reasons: [first, ...rest] };
  if (first?.severity === "warn") {
    const remarks = rest.filter((reason) => reason.severity !== "block");
    return { decision: "review", reasons: [first, ...remarks] };
  }
  return { decision: "approve", reasons: reasons.filter((reason) => reason.severity === "info") };
}

/** Would this charge be refused on our side at `at`, why, what may be charged instead, and what helps? */
export function evaluateCheck(
  snapshot: CheckSnapshot,
  proposal: Proposal,
  at: Instant,
  { audience, evaluatedAt = at }: CheckOptions = {},
): CheckResult {
  const seen = asSeenBy(audience, snapshot);
  const reasons = evaluateReasons(seen, proposal, at);
  const headroom = headroomAmong(reasons, seen, proposal, at);
  const verdict = verdictOf(reasons);
  const suggestions =
    verdict.decision === "decline"
      ? suggestWaysOut(verdict.reasons, headroom, [seen, proposal, at], evaluatedAt)
      : [];
  const code21 = failureRisk(reasons);
  // Not a spread: followed by more fields it costs as much as all the rules together.
  return Object.assign(verdict, { code21, headroom, suggestions, at, evaluatedAt });
}

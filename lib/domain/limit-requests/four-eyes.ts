import type { Role } from "@/lib/domain/access/actor";
import { type AskedField, type Grant, isSameGrant } from "@/lib/domain/limit-requests/grant";
import { isUndecided, type RequestState } from "@/lib/domain/limit-requests/request-state";

/** One person's decision, as recorded; a rejection grants nothing. */
export type RecordedDecision =
  { decision: "approve"; userId: string; grant: Grant } | { decision: "reject"; userId: string };

/** What four eyes look at. The makers: who entered it, and who created the key that entered it. */
export type ReviewedRequest = {
  state: RequestState;
  makerUserIds: readonly string[];
  requiredApprovals: number;
  asked: readonly AskedField[];
  decisions: readonly RecordedDecision[];
};

/** A signed-in person and the roles held inside the acquirer. */
export type Decider = { userId: string; roles: readonly Role[] };

export type Intent = { decision: "approve"; grant: Grant } | { decision: "reject" };

/** Why a person may not decide, the first that holds. */
export type Refusal =
  | "not_undecided"
  | "not_a_decider"
  | "is_maker"
  | "decided_before"
  | "final_needs_approver"
  | "in_batch";

export type Judgement =
  | { ok: true; outcome: "first_approval" | "approved" | "rejected" }
  | { ok: false; refusal: Refusal };

const refuse = (refusal: Refusal): Judgement => ({ ok: false, refusal });

export type Standing = { grant: Grant; approvals: number };

/** The grant that stands: the last one approved, with how many people in a row approved just that. */
export function standingProposal(
  request: Pick<ReviewedRequest, "decisions" | "asked">,
): Standing | null {
  let standing: Standing | null = null;
  for (const decision of request.decisions) {
    if (decision.decision === "reject") return null;
    standing = { grant: decision.grant, approvals: approvalsOf(decision.grant, standing, request) };
  }
  return standing;
}

/** The same grant is confirmed by one more; another one starts anew. */
export function approvalsOf(
  grant: Grant,
  standing: Standing | null,
  { asked }: Pick<ReviewedRequest, "asked">,
): number {
  return standing && isSameGrant(standing.grant, grant, asked) ? standing.approvals + 1 : 1;
}

/** Why this person may do nothing at all about this request; a maker never checks, admins included. */
export function reviewRefusal(request: ReviewedRequest, decider: Decider): Refusal | null {
  if (!isUndecided(request.state)) return "not_undecided";
  const { roles, userId } = decider;
  if (!roles.includes("acquirer_reviewer") && !roles.includes("acquirer_approver")) {
    return "not_a_decider";
  }
  if (request.makerUserIds.includes(userId)) return "is_maker";
  return request.decisions.some((decision) => decision.userId === userId) ? "decided_before" : null;
}

/**
 * What a decision leads to. Any one rejection ends the request; the final approval is an approver's; where
 * two are required the second confirms the same grant, and another grant replaces the first one's.
 */
export function judge(request: ReviewedRequest, decider: Decider, intent: Intent): Judgement {
  const refusal = reviewRefusal(request, decider);
  if (refusal) return refuse(refusal);
  if (intent.decision === "reject") return { ok: true, outcome: "rejected" };
  const approvals = approvalsOf(intent.grant, standingProposal(request), request);
  if (approvals < request.requiredApprovals) return { ok: true, outcome: "first_approval" };
  return decider.roles.includes("acquirer_approver")
    ? { ok: true, outcome: "approved" }
    : refuse("final_needs_approver");
}

import { InvalidError } from "@/lib/domain/errors";
import type { Instant } from "@/lib/domain/instant";
import type { LimitChange } from "@/lib/domain/limits/limit-change";
import type { LimitValues, LimitVersion } from "@/lib/domain/limits/limit";
import { type Decider, type Judgement, judge } from "@/lib/domain/limit-requests/four-eyes";
import { type Grant, grantFault, isFullGrant, withAsked } from "@/lib/domain/limit-requests/grant";
import {
  askedGrant,
  type LimitDecision,
  type LimitRequest,
  reviewedRequest,
} from "@/lib/domain/limit-requests/limit-request";
import { proposeGrant } from "@/lib/domain/limit-requests/propose-change";
import type { RejectionReason } from "@/lib/domain/limit-requests/rejection-reasons";
import type { RequestState } from "@/lib/domain/limit-requests/request-state";
import { DecisionRefusedError, requireMove } from "@/lib/domain/limit-requests/require-move";

/** What a person decides. `reason` is kept on record; `note` is for the merchant to read. */
export type DecisionInput = { note: string | null } & (
  | { decision: "approve"; grant: Grant; reason: string }
  | { decision: "reject"; reason: RejectionReason }
);

export type Outcome = Extract<Judgement, { ok: true }>["outcome"];

/** What a decision leads to: the state, the record, and with the final approval the change itself. */
export type DecisionPlan = {
  outcome: Outcome;
  state: RequestState;
  decision: LimitDecision;
  approvals: number;
  final: { change: LimitChange; approved: LimitValues } | null;
};

export type DecisionContext = {
  versions: readonly LimitVersion[];
  now: Instant;
  warnPercent: number;
};

function requireOutcome(request: LimitRequest, decider: Decider, input: DecisionInput): Outcome {
  const judgement = judge(reviewedRequest(request), decider, input);
  if (!judgement.ok) throw new DecisionRefusedError(judgement.refusal);
  return judgement.outcome;
}

function requireGrant(request: LimitRequest, grant: Grant, context: DecisionContext): LimitChange {
  const fault = grantFault(grant, askedGrant(request), request.asked, context.now);
  if (fault) {
    const pointer = `/grant/${fault.field}`;
    throw new InvalidError([
      { pointer, code: fault.code, detail: fault.code.replaceAll("_", " ") },
    ]);
  }
  return proposeGrant(context.versions, grant, request.asked, context);
}

function approvedState(request: LimitRequest, grant: Grant, change: LimitChange, now: Instant) {
  const isFull = isFullGrant(grant, askedGrant(request), request.asked);
  const approved = requireMove(request.state, isFull ? "approve" : "approve_partially");
  return change.startsAt <= now ? requireMove(approved, "apply") : approved;
}

/** What this person's decision leads to; throws when four eyes or the request do not allow it. */
export function planDecision(
  request: LimitRequest,
  decider: Decider & { name: string },
  input: DecisionInput,
  context: DecisionContext,
): DecisionPlan {
  const outcome = requireOutcome(request, decider, input);
  const { decision, reason, note } = input;
  const record = {
    ...{ decision, reason, note, userId: decider.userId, name: decider.name },
    ...{ sequence: request.decisions.length + 1, decidedAt: context.now },
  };
  if (input.decision === "reject") {
    const state = requireMove(request.state, "reject");
    return { outcome, state, decision: { ...record, grant: null }, approvals: 0, final: null };
  }
  const change = requireGrant(request, input.grant, context);
  const approved = withAsked(request.current, input.grant.values, request.asked);
  const granted = { ...record, grant: { ...input.grant, values: approved } };
  if (outcome === "first_approval") {
    const state = requireMove(request.state, "approve_first");
    return { outcome, state, decision: granted, approvals: 1, final: null };
  }
  const state = approvedState(request, input.grant, change, context.now);
  const approvals = request.requiredApprovals;
  return { outcome, state, decision: granted, approvals, final: { change, approved } };
}

import type { Instant } from "@/lib/domain/instant";
import type { LimitIdentity, LimitValues } from "@/lib/domain/limits/limit";
import type { RecordedDecision, ReviewedRequest } from "@/lib/domain/limit-requests/four-eyes";
import { type AskedField, type Grant, withAsked } from "@/lib/domain/limit-requests/grant";
import {
  isOpen,
  type RequestState,
  type RequestTimes,
  stateAt,
} from "@/lib/domain/limit-requests/request-state";

/** On whose behalf somebody acts. */
export type Side = "merchant" | "acquirer";

export type LimitDecision = {
  sequence: number;
  decision: "approve" | "reject";
  userId: string;
  name: string;
  decidedAt: Instant;
  reason: string | null;
  note: string | null;
  grant: Grant | null;
};

/** A request to change a limit, or (`isNew`) to make the limit it describes. */
export type LimitRequest = LimitIdentity &
  RequestTimes & {
    merchantId: string;
    limitRequestId: string;
    isNew: boolean;
    naturalKey: string;
    asked: readonly AskedField[];
    /** What the limit allows while the request is open; later, what it allowed before. */
    current: LimitValues;
    /** Fields not asked about show what the limit allows. */
    requested: LimitValues;
    /** Null until finally approved, and for tightening. */
    approved: LimitValues | null;
    /** The start asked for; null = as soon as it is decided. */
    startsAt: Instant | null;
    isTightening: boolean;
    justification: string;
    requiredApprovals: number;
    /** How many people in a row approved the proposal that stands. */
    approvals: number;
    /** The batch it waits in and is decided with; null = on its own. */
    limitBatchId: string | null;
    maker: { side: Side; kind: "user" | "key"; id: string; name: string; userIds: string[] };
    claimedBy: { userId: string; name: string } | null;
    question: string | null;
    answer: string | null;
    dueAt: Instant;
    submittedAt: Instant;
    resolvedAt: Instant | null;
    createdAt: Instant;
    version: number;
    decisions: readonly LimitDecision[];
  };

/** A request as it stands at a moment: its state then, and while open what it asks over what is now. */
export function requestAt(request: LimitRequest, at: Instant, questionDays: number): LimitRequest {
  const { current, requested, asked } = request;
  const state: RequestState = stateAt(request, at, questionDays);
  const shown = isOpen(request.state) ? withAsked(current, requested, asked) : requested;
  return { ...request, state, requested: shown };
}

/** What the merchant asks for, with its period. */
export function askedGrant(request: LimitRequest): Grant {
  return { values: request.requested, startsAt: request.startsAt, endsAt: request.endsAt };
}

function recorded(decision: LimitDecision): RecordedDecision {
  const { userId, grant } = decision;
  return grant ? { decision: "approve", userId, grant } : { decision: "reject", userId };
}

/** A request as four eyes look at it. */
export function reviewedRequest(request: LimitRequest): ReviewedRequest {
  return {
    state: request.state,
    makerUserIds: request.maker.userIds,
    requiredApprovals: request.requiredApprovals,
    asked: request.asked,
    decisions: request.decisions.map(recorded),
  };
}

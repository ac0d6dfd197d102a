import type { Instant } from "@/lib/domain/instant";
import type { LimitChange } from "@/lib/domain/limits/limit-change";
import type { LimitIdentity, LimitVersion } from "@/lib/domain/limits/limit";
import { type Asked, askedFieldsOf, askedValues } from "@/lib/domain/limit-requests/asked-values";
import { type DecisionTime, dueAt } from "@/lib/domain/limit-requests/due-at";
import { withAsked } from "@/lib/domain/limit-requests/grant";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import { proposeRequest } from "@/lib/domain/limit-requests/propose-change";
import { valuesInForce } from "@/lib/domain/limit-requests/proposed-change";
import type { RequestState } from "@/lib/domain/limit-requests/request-state";
import { requiredApprovals } from "@/lib/domain/limit-requests/required-approvals";
import { requireMove } from "@/lib/domain/limit-requests/require-move";

/** What somebody asks for: values, why, and from when until when. */
export type Submission = {
  asked: Asked;
  justification: string;
  startsAt: Instant | null;
  endsAt: Instant | null;
};

export type DraftContext = {
  merchantId: string;
  limitRequestId: string;
  isNew: boolean;
  maker: LimitRequest["maker"];
  thresholdMinor: number | null;
  now: Instant;
  warnPercent: number;
  decisionTime: DecisionTime;
};

type DraftedRequest = Omit<
  LimitRequest,
  | "version"
  | "limitBatchId"
  | "createdAt"
  | "decisions"
  | "approved"
  | "approvals"
  | "claimedBy"
  | "question"
  | "questionAskedAt"
  | "answer"
>;

/** A request and the change it asks for; tightening has its start and end, nobody need approve it. */
export type Draft = { request: DraftedRequest; change: LimitChange };

type Outcome = Pick<
  LimitRequest,
  "state" | "approvedStartsAt" | "approvedEndsAt" | "resolvedAt" | "requiredApprovals"
>;

function outcomeOf(
  { startsAt, endsAt, values }: LimitChange,
  isTightening: boolean,
  { now, thresholdMinor }: DraftContext,
): Outcome {
  if (!isTightening) {
    return {
      state: requireMove("draft", "submit"),
      ...{ approvedStartsAt: null, approvedEndsAt: null, resolvedAt: null },
      requiredApprovals: requiredApprovals(values.maxAmountMinor, thresholdMinor),
    };
  }
  const scheduled: RequestState = requireMove("draft", "tighten");
  const state = startsAt <= now ? requireMove(scheduled, "apply") : scheduled;
  const period = { approvedStartsAt: startsAt, approvedEndsAt: endsAt };
  return { ...period, state, resolvedAt: now, requiredApprovals: 0 };
}

/** Turns a submission into a request, submitted or (tightening) applied; throws what is wrong with it. */
export function draftRequest(
  limit: LimitIdentity & { naturalKey: string; versions: readonly LimitVersion[] },
  submission: Submission,
  context: DraftContext,
): Draft {
  const { now, limitRequestId, merchantId, isNew, maker, decisionTime } = context;
  const { startsAt, endsAt, justification } = submission;
  const asked = askedFieldsOf(submission.asked);
  const values = askedValues(submission.asked, limit.currency);
  const grant = { values, startsAt, endsAt };
  const { change, isTightening } = proposeRequest(limit, grant, asked, context);
  const current = valuesInForce(limit.versions, now);
  const { limitId, naturalKey, scope, store, terminalId } = limit;
  const { window, windowSeconds, currency, filters } = limit;
  const request: DraftedRequest = {
    ...{ merchantId, limitRequestId, limitId, isNew, naturalKey, scope, store, terminalId },
    ...{ window, windowSeconds, currency, filters, asked, current, justification },
    requested: withAsked(current, values, asked),
    ...{ startsAt, endsAt, maker, isTightening, submittedAt: now },
    ...outcomeOf(change, isTightening, context),
    dueAt: dueAt(now, startsAt, decisionTime),
  };
  return { request, change };
}

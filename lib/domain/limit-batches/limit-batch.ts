import type { Instant } from "@/lib/domain/instant";
import {
  type Decider,
  type Intent,
  type Judgement,
  judge,
  type Refusal,
  reviewRefusal,
  type ReviewedRequest,
} from "@/lib/domain/limit-requests/four-eyes";
import type { Grant } from "@/lib/domain/limit-requests/grant";
import type { RejectionReason } from "@/lib/domain/limit-requests/rejection-reasons";
import { isUndecided, type RequestState } from "@/lib/domain/limit-requests/request-state";
import { DecisionRefusedError, requireMove } from "@/lib/domain/limit-requests/require-move";

/** The biggest raise of a batch, minor units; null = no limit. */
export type BiggestRaise = { currency: string; fromMinor: number | null; toMinor: number | null };

export type BatchDecision = {
  sequence: number;
  decision: "approve" | "reject";
  reason: string | null;
  note: string | null;
  userId: string;
  name: string;
  decidedAt: Instant;
};

/** Limit requests entered together; approved as asked or rejected, all of them. */
export type LimitBatch = {
  limitBatchId: string;
  state: RequestState;
  justification: string;
  limitsCount: number;
  merchantsCount: number;
  raise: BiggestRaise;
  requiredApprovals: number;
  approvals: number;
  maker: { userId: string; name: string };
  dueAt: Instant;
  /** When the last of its requests ends by itself; null = never. */
  endsAt: Instant | null;
  submittedAt: Instant;
  resolvedAt: Instant | null;
  version: number;
  decisions: readonly BatchDecision[];
};

export type BatchInput = { note: string | null } & (
  { decision: "approve"; reason: string } | { decision: "reject"; reason: RejectionReason }
);

/** Every approval of a batch grants the same: what was asked. */
const AS_ASKED: Grant = {
  values: { maxAmountMinor: null, maxCount: null, minAmountMinor: null },
  ...{ startsAt: null, endsAt: null },
};

/** The batch as it stands at a moment: undecided, it ends when the last of its requests does. */
export function batchAt(batch: LimitBatch, at: Instant): LimitBatch {
  const isOver = isUndecided(batch.state) && batch.endsAt !== null && batch.endsAt <= at;
  return isOver ? { ...batch, state: "expired" } : batch;
}

/** A batch as four eyes look at it: as one request. */
export function reviewedBatch(batch: LimitBatch): ReviewedRequest {
  const { state, requiredApprovals, maker, decisions } = batch;
  return {
    ...{ state, requiredApprovals, makerUserIds: [maker.userId], asked: [] },
    decisions: decisions.map(({ decision, userId }) =>
      decision === "approve" ? { decision, userId, grant: AS_ASKED } : { decision, userId },
    ),
  };
}

const intentOf = (decision: BatchInput["decision"]): Intent =>
  decision === "approve" ? { decision, grant: AS_ASKED } : { decision };

/** What a person may do about a batch: why not at all, or what approving would lead to. */
export type BatchOffers = { why: Refusal | null; approve: Judgement };

export function batchOffers(batch: LimitBatch, decider: Decider): BatchOffers {
  const reviewed = reviewedBatch(batch);
  return {
    why: reviewRefusal(reviewed, decider),
    approve: judge(reviewed, decider, intentOf("approve")),
  };
}

export type BatchPlan = {
  outcome: Extract<Judgement, { ok: true }>["outcome"];
  state: RequestState;
  approvals: number;
  decision: BatchDecision;
};

const MOVE = { first_approval: "approve_first", approved: "approve", rejected: "reject" } as const;

/** What one person's decision on the whole batch leads to; throws when four eyes do not allow it. */
export function planBatchDecision(
  batch: LimitBatch,
  decider: Decider & { name: string },
  input: BatchInput,
  now: Instant,
): BatchPlan {
  const judgement = judge(reviewedBatch(batch), decider, intentOf(input.decision));
  if (!judgement.ok) throw new DecisionRefusedError(judgement.refusal);
  const { outcome } = judgement;
  const { decision, reason, note } = input;
  return {
    outcome,
    state: requireMove(batch.state, MOVE[outcome]),
    approvals: outcome === "rejected" ? 0 : batch.approvals + 1,
    decision: {
      ...{ decision, reason, note, sequence: batch.decisions.length + 1, decidedAt: now },
      ...{ userId: decider.userId, name: decider.name },
    },
  };
}

import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import { recordAuditEvent, recordAuditEvents } from "@/lib/data/audit-events";
import { listBatchMerchantIds, listUndecidedOfBatch } from "@/lib/data/batch-requests";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { putDecidedRequests } from "@/lib/data/decided-requests";
import { findLimitBatch, insertBatchDecision, setLimitBatch } from "@/lib/data/limit-batches";
import { findLimitHistories, limitKeyText, lockCountingOf } from "@/lib/data/limit-imports";
import { notifyOwnersOf, notifyUser } from "@/lib/data/notifications";
import { ConflictError, InvalidError, NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { batchNews } from "@/lib/domain/limit-batches/batch-news";
import type { DecidedRequest } from "@/lib/domain/limit-batches/decided-request";
import {
  batchAt,
  type BatchInput,
  type BatchPlan,
  type LimitBatch,
  planBatchDecision,
} from "@/lib/domain/limit-batches/limit-batch";
import { deciderOf } from "@/lib/domain/limit-requests/decider";
import {
  askedGrant,
  type LimitRequest,
  requestAt,
} from "@/lib/domain/limit-requests/limit-request";
import { type DecisionInput, planDecision } from "@/lib/domain/limit-requests/plan-decision";
import { authorize } from "@/lib/use-cases/authorize";
import { deadline } from "@/lib/use-cases/import-stamp";

/** `expected`: what the person was told the decision would lead to; anything else is a conflict. */
export type DecideBatch = {
  limitBatchId: string;
  input: BatchInput;
  expected: BatchPlan["outcome"] | null;
};

const inputFor = (request: LimitRequest, input: BatchInput): DecisionInput =>
  input.decision === "approve" ? { ...input, grant: askedGrant(request) } : input;

async function planAll(
  db: Db,
  ctx: Ctx,
  { limitBatchId, input }: DecideBatch,
): Promise<DecidedRequest[]> {
  const { questionDays, warnPercent } = await getAcquirerSettings(db);
  const now = ctx.now().getTime();
  await lockCountingOf(db, await listBatchMerchantIds(db, limitBatchId));
  const recorded = await listUndecidedOfBatch(db, limitBatchId, ctx.now());
  const limits = await findLimitHistories(db, recorded);
  const decider = deciderOf(ctx.actor);
  return recorded.map((one) => {
    const request = requestAt(one, now, questionDays);
    const limit = limits.get(limitKeyText(request)) ?? null;
    const context = { versions: limit?.versions ?? [], now, warnPercent };
    try {
      return {
        request,
        limit,
        plan: planDecision(request, decider, inputFor(request, input), context),
      };
    } catch (error) {
      if (!(error instanceof InvalidError)) throw error;
      throw outdated(request);
    }
  });
}

/** A limit was changed meanwhile so that what is asked for it would grant nothing. */
const outdated = ({ merchantId, limitRequestId }: LimitRequest) =>
  new ConflictError("A limit of this import has changed: reject it and import anew.", "conflict", {
    ...{ refusal: "batch_outdated", merchant_id: merchantId, limit_request_id: limitRequestId },
  });

async function tellMaker(db: Db, ctx: Ctx, batch: LimitBatch, state: string) {
  const { limitBatchId, limitsCount, maker } = batch;
  await notifyUser(db, ACQUIRER, ctx, maker.userId, {
    kind: "batch_decided",
    params: { outcome: state, limits: limitsCount },
    href: `/queue/batches/${limitBatchId}`,
  });
}

/**
 * Records one person's decision on a whole batch: approved as asked or rejected, all of its requests.
 * With the final approval every change is in force, or waits for its start, before this returns.
 */
export async function decideLimitBatch(
  ctx: Ctx,
  decide: DecideBatch,
): Promise<BatchPlan["outcome"]> {
  authorize(ctx, "limit_requests.decide", ACQUIRER);
  const { limitBatchId, input, expected } = decide;
  const decider = deciderOf(ctx.actor);
  return withAcquirer({ ...ctx, ...deadline() }, async (db) => {
    const found = await findLimitBatch(db, limitBatchId);
    if (!found) throw new NotFoundError();
    const now = ctx.now().getTime();
    const batch = batchAt(found, now);
    const { outcome, state, approvals, decision } = planBatchDecision(batch, decider, input, now);
    if (expected !== null && outcome !== expected) {
      throw new ConflictError("The import has changed since you read it.");
    }
    const resolved = outcome === "first_approval" ? {} : { resolvedAt: ctx.now() };
    const isFirst = await setLimitBatch(db, batch, { state, approvals, ...resolved });
    if (!isFirst) throw new ConflictError("Somebody else has just decided about this import.");
    await insertBatchDecision(db, limitBatchId, decision);
    const decided = await planAll(db, ctx, decide);
    if (decided.length === 0) throw new ConflictError("Nothing of this import waits any more.");
    await putDecidedRequests(db, ctx, decided, outcome);
    if (outcome !== "first_approval") {
      await notifyOwnersOf(db, ctx, batchNews(decided, state));
      await tellMaker(db, ctx, batch, state);
    }
    await recordAuditEvents(
      db,
      ctx,
      decided.map(({ request, plan }) => ({
        ...{ merchantId: request.merchantId, action: `limit_request.${input.decision}` as const },
        ...{ subjectKind: "limit_request", subjectId: request.limitRequestId },
        before: {
          state: request.state,
          limitId: request.limitId,
          currency: request.currency,
          ...request.current,
        },
        after: {
          state: plan.state,
          outcome,
          ...input,
          grant: plan.decision.grant,
          currency: request.currency,
        },
      })),
    );
    await recordAuditEvent(db, ACQUIRER, ctx, {
      ...{ action: `limit_batch.${input.decision}`, subjectKind: "limit_batch" },
      ...{ subjectId: limitBatchId, before: { state: batch.state } },
      after: { state, outcome, reason: input.reason, note: input.note },
    });
    return outcome;
  });
}

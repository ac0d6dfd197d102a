import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { applyGrantedChange } from "@/lib/data/limit-changes";
import {
  frozen,
  getLimitRequestNow,
  requestNotification,
  setRequestStep,
} from "@/lib/data/limit-request-steps";
import { insertDecision, type RequestChange } from "@/lib/data/limit-requests";
import { findLimitByNaturalKey, lockCounting } from "@/lib/data/limit-versions";
import { notifyOwners } from "@/lib/data/notifications";
import { notifyMaker } from "@/lib/data/settle-request";
import { ConflictError } from "@/lib/domain/errors";
import { requireAlone } from "@/lib/domain/limit-batches/require-alone";
import { deciderOf } from "@/lib/domain/limit-requests/decider";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import {
  type DecisionInput,
  type DecisionPlan,
  type Outcome,
  planDecision,
} from "@/lib/domain/limit-requests/plan-decision";
import { authorize } from "@/lib/use-cases/authorize";

/** `expected`: what the person was told the decision would lead to; anything else is a conflict. */
export type Decide = { limitRequestId: string; input: DecisionInput; expected: Outcome | null };

const NOBODY = { claimedByUserId: null, claimedByName: null, claimedAt: null };

function changeOf(request: LimitRequest, plan: DecisionPlan, now: Date): RequestChange {
  const { state, approvals, outcome, final } = plan;
  // The claim of the first approver ends, so that the request shows up for the second.
  if (outcome === "first_approval") return { state, approvals, ...NOBODY };
  const resolved = { ...frozen(request), state, approvals, resolvedAt: now };
  if (!final) return resolved;
  const { approved, change } = final;
  return {
    ...resolved,
    ...{ isApproved: true, approvedMaxAmount: approved.maxAmountMinor },
    ...{ approvedMaxCount: approved.maxCount, approvedMinAmount: approved.minAmountMinor },
    approvedStartsAt: new Date(change.startsAt),
    approvedEndsAt: change.endsAt === null ? null : new Date(change.endsAt),
  };
}

async function tell(
  db: Db,
  merchantId: string,
  ctx: Ctx,
  request: LimitRequest,
  plan: DecisionPlan,
) {
  if (plan.outcome === "first_approval") return;
  const { state, final, decision } = plan;
  const values = final && {
    ...{ toMaxAmountMinor: final.approved.maxAmountMinor, toMaxCount: final.approved.maxCount },
    ...{ startsAt: final.change.startsAt, endsAt: final.change.endsAt },
  };
  const params = { outcome: state, note: decision.note, ...values };
  await notifyOwners(db, merchantId, ctx, requestNotification("request_decided", request, params));
  await notifyMaker(db, merchantId, ctx, request, "request_decided");
}

/**
 * Records one person's decision. With the final approval the change is in force before this returns, or
 * waits for its start; before it nothing takes effect.
 */
export async function decideLimitRequest(
  ctx: Ctx,
  merchantId: string,
  { limitRequestId, input, expected }: Decide,
): Promise<Outcome> {
  authorize(ctx, "limit_requests.decide", merchantId);
  const decider = deciderOf(ctx.actor);
  return withMerchant(ctx, merchantId, async (db) => {
    await lockCounting(db, merchantId);
    const request = await getLimitRequestNow(db, merchantId, ctx, limitRequestId);
    requireAlone(request);
    const limit = await findLimitByNaturalKey(db, merchantId, request.naturalKey);
    const { warnPercent } = await getAcquirerSettings(db);
    const context = { versions: limit?.versions ?? [], now: ctx.now().getTime(), warnPercent };
    const plan = planDecision(request, decider, input, context);
    if (expected !== null && plan.outcome !== expected) {
      throw new ConflictError("The request has changed since you read it.");
    }
    const { decision, final, outcome, state } = plan;
    // A limit of the same kind may have been imported since a new one was asked for.
    const limitId = limit?.limitId ?? request.limitId;
    const change = { ...changeOf(request, plan, ctx.now()), limitId };
    const { note } = input;
    await setRequestStep(db, merchantId, ctx, request, { kind: outcome, note, change });
    await insertDecision(db, merchantId, limitRequestId, decision);
    if (final)
      await applyGrantedChange(db, merchantId, ctx, { request, limit, change: final.change });
    await tell(db, merchantId, ctx, request, plan);
    await recordAuditEvent(db, merchantId, ctx, {
      action: `limit_request.${input.decision}`,
      subjectKind: "limit_request",
      subjectId: limitRequestId,
      before: {
        ...{ state: request.state, limitId: request.limitId, currency: request.currency },
        ...request.current,
      },
      after: {
        ...{ state, outcome, reason: input.reason, note: input.note, grant: decision.grant },
        currency: request.currency,
      },
    });
    return outcome;
  });
}

import "server-only";
import { getAcquirerSettings, getFourEyesThreshold } from "@/lib/data/acquirer-settings";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { applyLimitChange } from "@/lib/data/limit-changes";
import {
  getLimitRequestNow,
  requestNotification,
  type ZonedRequest,
} from "@/lib/data/limit-request-steps";
import { findOpenRequest, insertLimitRequest, insertRequestEvent } from "@/lib/data/limit-requests";
import { type LimitHistory, lockCounting } from "@/lib/data/limit-versions";
import { notifyOwners } from "@/lib/data/notifications";
import { findRequestTarget, type RequestTarget } from "@/lib/data/request-targets";
import { settleRequest } from "@/lib/data/settle-request";
import { ForbiddenError, LimitMovedError, LimitRequestOpenError } from "@/lib/domain/errors";
import {
  type Draft,
  draftRequest,
  type Submission,
} from "@/lib/domain/limit-requests/draft-request";
import { isAsSeen, type SeenLimit } from "@/lib/domain/limit-requests/seen-limit";
import { makerOf } from "@/lib/domain/limit-requests/side";
import { newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/use-cases/authorize";

export type LimitRequestSubmission = Submission & {
  target: RequestTarget;
  /** How the limit stood when it was shown; if it stands otherwise by now, nothing is asked. */
  seen?: SeenLimit;
};

type Prepared = Draft & { limit: LimitHistory };

async function prepare(
  db: Db,
  merchantId: string,
  ctx: Ctx,
  submission: LimitRequestSubmission,
): Promise<Prepared> {
  const maker = makerOf(ctx.actor);
  if (!maker) throw new ForbiddenError();
  const settings = await getAcquirerSettings(db);
  const { limit, isNew } = await findRequestTarget(db, merchantId, submission.target);
  const { warnPercent } = settings;
  const { seen } = submission;
  const now = ctx.now().getTime();
  if (seen && !isAsSeen(limit, seen, submission, now)) throw new LimitMovedError();
  const draft = draftRequest(limit, submission, {
    ...{
      merchantId,
      limitRequestId: newId("lrq"),
      isNew,
      maker,
      warnPercent,
      decisionTime: settings,
    },
    thresholdMinor: await getFourEyesThreshold(db, limit.window, limit.currency),
    now,
  });
  if (seen && draft.request.requiredApprovals !== seen.approvals) throw new LimitMovedError();
  return { ...draft, limit };
}

/** Another open request is in the way, unless its time is over or the acquirer itself tightens. */
async function refuseSecond(db: Db, merchantId: string, ctx: Ctx, { request }: Draft) {
  const open = await findOpenRequest(db, merchantId, request.naturalKey, ctx.now());
  if (!open || (await settleRequest(db, merchantId, ctx, open))) return;
  if (request.isTightening && request.maker.side === "acquirer") return;
  throw new LimitRequestOpenError(open.limitRequestId);
}

/**
 * Asks for other values of a limit, or for a new one. Tightening takes effect at once (or at its start);
 * everything else waits for a decision, one open request per limit.
 */
export async function submitLimitRequest(
  ctx: Ctx,
  merchantId: string,
  submission: LimitRequestSubmission,
): Promise<ZonedRequest> {
  authorize(ctx, "limit_requests.submit", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    await lockCounting(db, merchantId);
    const draft = await prepare(db, merchantId, ctx, submission);
    const { request, limit, change } = draft;
    const { limitRequestId } = request;
    await refuseSecond(db, merchantId, ctx, draft);
    await insertLimitRequest(db, merchantId, request);
    await insertRequestEvent(db, merchantId, limitRequestId, {
      kind: request.isTightening ? "tightened" : "submitted",
      ...{ actorName: request.maker.name, actorSide: request.maker.side },
      ...{ note: request.justification, occurredAt: request.submittedAt },
    });
    if (request.isTightening) {
      const source = { origin: "request", requestId: limitRequestId } as const;
      await applyLimitChange(db, merchantId, ctx, { limit, change, source });
    }
    const submitted = await getLimitRequestNow(db, merchantId, ctx, limitRequestId);
    const kind = request.isTightening ? "limit_changed" : "request_submitted";
    await notifyOwners(db, merchantId, ctx, requestNotification(kind, submitted));
    await recordAuditEvent(db, merchantId, ctx, {
      action: request.isTightening ? "limit_request.tighten" : "limit_request.submit",
      subjectKind: "limit_request",
      subjectId: limitRequestId,
      before: { limitId: request.limitId, currency: request.currency, ...request.current },
      after: { state: request.state, currency: request.currency, ...request.requested },
    });
    return submitted;
  });
}

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
import {
  findOpenRequest,
  insertLimitRequest,
  insertRequestEvent,
  listLimitRequests,
} from "@/lib/data/limit-requests";
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
import { isRepeat } from "@/lib/domain/limit-requests/is-repeat";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import { isOpen } from "@/lib/domain/limit-requests/request-state";
import { isAsSeen, type SeenLimit } from "@/lib/domain/limit-requests/seen-limit";
import { makerOf } from "@/lib/domain/limit-requests/side";
import { newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/use-cases/authorize";

export type LimitRequestSubmission = Submission & {
  target: RequestTarget;
  /** How the limit stood when it was shown; if it stands otherwise by now, nothing is asked. */
  seen?: SeenLimit;
};

type Asked = {
  limit: LimitHistory;
  isNew: boolean;
  maker: LimitRequest["maker"];
  submission: LimitRequestSubmission;
};

async function prepare(
  db: Db,
  merchantId: string,
  ctx: Ctx,
  { limit, isNew, maker, submission }: Asked,
): Promise<Draft> {
  const settings = await getAcquirerSettings(db);
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
  return draft;
}

/** The request this one repeats, where the limit has it open or stands otherwise than it was seen. */
async function findRepeated(
  db: Db,
  merchantId: string,
  ctx: Ctx,
  { limit, maker, submission }: Asked,
): Promise<ZonedRequest | null> {
  const { seen } = submission;
  if (!seen) return null;
  const { limitId } = limit;
  const page = { limit: 1, before: null, limitIds: [limitId] };
  const [newest] = await listLimitRequests(db, merchantId, page, ctx.now());
  if (!newest || !isRepeat(newest, { submission, maker, seenAt: seen.at })) return null;
  const request = await getLimitRequestNow(db, merchantId, ctx, newest.limitRequestId);
  if (isOpen(request.state)) return request;
  return isAsSeen(limit, seen, submission, ctx.now().getTime()) ? null : request;
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
 * everything else waits for a decision, one open request per limit. Sent again after it was seen (the answer
 * was lost), it is answered with the request it made.
 */
export async function submitLimitRequest(
  ctx: Ctx,
  merchantId: string,
  submission: LimitRequestSubmission,
): Promise<ZonedRequest> {
  authorize(ctx, "limit_requests.submit", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    await lockCounting(db, merchantId);
    const maker = makerOf(ctx.actor);
    if (!maker) throw new ForbiddenError();
    const { limit, isNew } = await findRequestTarget(db, merchantId, submission.target);
    const asked = { limit, isNew, maker, submission };
    const repeated = await findRepeated(db, merchantId, ctx, asked);
    if (repeated) return repeated;
    const draft = await prepare(db, merchantId, ctx, asked);
    const { request, change } = draft;
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

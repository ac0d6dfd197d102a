import "server-only";
import { ConflictError, NotFoundError } from "@/lib/domain/errors";
import { type LimitRequest, requestAt } from "@/lib/domain/limit-requests/limit-request";
import { sideOf } from "@/lib/domain/limit-requests/side";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx, Db } from "@/lib/data/ctx";
import {
  findLimitRequest,
  insertRequestEvent,
  type RequestChange,
  setLimitRequest,
} from "@/lib/data/limit-requests";
import type { NewNotification } from "@/lib/data/notifications";

/** A request with the zone its moments are told in. */
export type ZonedRequest = LimitRequest & { timeZone: string };

/** The request as it stands now, whether or not a job has recorded it. */
export async function getLimitRequestNow(
  db: Db,
  merchantId: string,
  ctx: Pick<Ctx, "now">,
  limitRequestId: string,
): Promise<ZonedRequest> {
  const now = ctx.now();
  const found = await findLimitRequest(db, merchantId, limitRequestId, now);
  if (!found) throw new NotFoundError();
  const { questionDays, timeZone } = await getAcquirerSettings(db);
  return { ...requestAt(found, now.getTime(), questionDays), timeZone };
}

/** What the request said when it was resolved; while it is open its limit tells. */
export function frozen({ current, requested }: LimitRequest): RequestChange {
  return {
    currentMaxAmount: current.maxAmountMinor,
    currentMaxCount: current.maxCount,
    currentMinAmount: current.minAmountMinor,
    requestedMaxAmount: requested.maxAmountMinor,
    requestedMaxCount: requested.maxCount,
    requestedMinAmount: requested.minAmountMinor,
  };
}

type Step = { kind: string; note?: string | null; change: RequestChange };

/** Moves a request one step and notes it on its timeline; a conflict when somebody else was first. */
export async function setRequestStep(
  db: Db,
  merchantId: string,
  ctx: Pick<Ctx, "actor" | "now">,
  request: LimitRequest,
  { kind, note = null, change }: Step,
): Promise<void> {
  const isFirst = await setLimitRequest(db, merchantId, request, change);
  if (!isFirst) throw new ConflictError("Somebody else has just changed this request.");
  const { actor } = ctx;
  const isPerson = actor.kind === "user" || actor.kind === "key";
  await insertRequestEvent(db, merchantId, request.limitRequestId, {
    ...{ kind, note, occurredAt: ctx.now().getTime() },
    actorName: isPerson ? actor.name : actor.kind,
    actorSide: isPerson ? sideOf(actor) : "system",
  });
}

/** What a notification about a request says: which limit, which values. */
export function requestNotification(
  kind: string,
  request: LimitRequest,
  params: NewNotification["params"] = {},
): NewNotification {
  const { limitRequestId, scope, store, terminalId, window, currency, current, requested } =
    request;
  return {
    kind,
    href: `/limit-requests/${limitRequestId}`,
    params: {
      ...{ limitRequestId, scope, store, terminalId, window, currency },
      ...{ fromMaxAmountMinor: current.maxAmountMinor, fromMaxCount: current.maxCount },
      ...{ toMaxAmountMinor: requested.maxAmountMinor, toMaxCount: requested.maxCount },
      ...params,
    },
  };
}

import "server-only";
import type { Prisma } from "@/lib/data/generated/client";
import { LimitRequestOpenError } from "@/lib/domain/errors";
import type { Instant } from "@/lib/domain/instant";
import type { PendingRequest } from "@/lib/domain/limit-requests/coming-change";
import type { Draft } from "@/lib/domain/limit-requests/draft-request";
import type { LimitDecision, LimitRequest, Side } from "@/lib/domain/limit-requests/limit-request";
import { OPEN_STATES, type RequestState } from "@/lib/domain/limit-requests/request-state";
import type { LimitValues } from "@/lib/domain/limits/limit";
import type { Db } from "@/lib/data/ctx";

type RequestRow = { request: LimitRequest };

/** The request as recorded, with what its limit allows at `at` while it is open. */
export async function findLimitRequest(
  db: Db,
  merchantId: string,
  limitRequestId: string,
  at: Date,
): Promise<LimitRequest | null> {
  const [row] = await db.$queryRaw<RequestRow[]>`
    select limit_request_state(r, ${at}) as request from limit_requests r
    where r.merchant_id = ${merchantId} and r.limit_request_id = ${limitRequestId}`;
  return row?.request ?? null;
}

/** The request that keeps others of the same limit from being submitted. */
export async function findOpenRequest(
  db: Db,
  merchantId: string,
  naturalKey: string,
  at: Date,
): Promise<LimitRequest | null> {
  const [row] = await db.$queryRaw<RequestRow[]>`
    select limit_request_state(r, ${at}) as request from limit_requests r
    where r.merchant_id = ${merchantId} and r.natural_key = ${naturalKey}
      and r.state = any (${[...OPEN_STATES]})
      and not (r.is_tightening and r.maker_side = 'acquirer')`;
  return row?.request ?? null;
}

export type RequestPage = { limit: number; before: string | null; limitIds?: readonly string[] };

/** Newest first; one more than asked tells that there are more. */
export async function listLimitRequests(
  db: Db,
  merchantId: string,
  { limit, before, limitIds }: RequestPage,
  at: Date,
): Promise<LimitRequest[]> {
  const rows = await db.$queryRaw<RequestRow[]>`
    select limit_request_state(r, ${at}) as request from limit_requests r
    where r.merchant_id = ${merchantId}
      and (${before}::text is null or r.limit_request_id < ${before})
      and (${limitIds ? [...limitIds] : null}::text[] is null
        or r.limit_id = any (${limitIds ? [...limitIds] : null}))
    order by r.limit_request_id desc limit ${limit + 1}`;
  return rows.map((row) => row.request);
}

/** The open request of each of these limits, by limit id; limits without one are left out. */
export async function listPendingRequests(
  db: Db,
  merchantId: string,
  limitIds: readonly string[],
  at: Date,
): Promise<Map<string, PendingRequest>> {
  const rows = await db.$queryRaw<RequestRow[]>`
    select limit_request_state(r, ${at}) as request from limit_requests r
    where r.merchant_id = ${merchantId} and r.limit_id = any (${[...limitIds]})
      and r.state = any (${[...OPEN_STATES]})
    order by (r.is_tightening and r.maker_side = 'acquirer') desc`;
  return new Map(rows.map(({ request }) => [request.limitId, request]));
}

const toDate = (at: Instant | null) => (at === null ? null : new Date(at));

const amounts = (values: LimitValues) =>
  [values.maxAmountMinor, values.maxCount, values.minAmountMinor] as const;

/** Adds a request; throws with the id of the open one when the limit has one already. */
export async function insertLimitRequest(
  db: Db,
  merchantId: string,
  request: Draft["request"],
): Promise<void> {
  const { maker } = request;
  const [currentMax, currentCount, currentMin] = amounts(request.current);
  const [requestedMax, requestedCount, requestedMin] = amounts(request.requested);
  const inserted = await db.$executeRaw`
    insert into limit_requests (merchant_id, limit_request_id, state, limit_id, is_new, natural_key,
      scope, store, terminal_id, "window", window_seconds, currency, filters, asked_fields,
      current_max_amount, current_max_count, current_min_amount,
      requested_max_amount, requested_max_count, requested_min_amount,
      approved_starts_at, approved_ends_at, is_tightening, justification, starts_at, ends_at,
      required_approvals, maker_side, maker_kind, maker_id, maker_name, maker_user_ids,
      due_at, submitted_at, resolved_at, created_at, updated_at)
    values (${merchantId}, ${request.limitRequestId}, ${request.state}, ${request.limitId},
      ${request.isNew}, ${request.naturalKey}, ${request.scope}, ${request.store},
      ${request.terminalId}, ${request.window}, ${request.windowSeconds}, ${request.currency},
      ${JSON.stringify(request.filters)}::jsonb, ${[...request.asked]},
      ${currentMax}, ${currentCount}, ${currentMin}, ${requestedMax}, ${requestedCount}, ${requestedMin},
      ${toDate(request.approvedStartsAt)}, ${toDate(request.approvedEndsAt)}, ${request.isTightening},
      ${request.justification}, ${toDate(request.startsAt)}, ${toDate(request.endsAt)},
      ${request.requiredApprovals}, ${maker.side}, ${maker.kind}, ${maker.id}, ${maker.name},
      ${maker.userIds}, ${toDate(request.dueAt)}, ${toDate(request.submittedAt)},
      ${toDate(request.resolvedAt)}, ${toDate(request.submittedAt)}, ${toDate(request.submittedAt)})
    on conflict (merchant_id, natural_key)
      where state in ('submitted', 'in_review', 'info_requested', 'approved', 'partially_approved',
        'scheduled') and not (is_tightening and maker_side = 'acquirer')
      do nothing`;
  if (inserted === 1) return;
  const at = new Date(request.submittedAt);
  const open = await findOpenRequest(db, merchantId, request.naturalKey, at);
  throw new LimitRequestOpenError(open?.limitRequestId ?? "");
}

export type RequestChange = Prisma.LimitRequestUpdateManyMutationInput & { state?: RequestState };

/** Writes only if nobody wrote since `version` was read; false when somebody did. */
export async function setLimitRequest(
  db: Db,
  merchantId: string,
  { limitRequestId, version }: Pick<LimitRequest, "limitRequestId" | "version">,
  change: RequestChange,
): Promise<boolean> {
  const { count } = await db.limitRequest.updateMany({
    where: { merchantId, limitRequestId, version },
    data: { ...change, version: version + 1 },
  });
  return count === 1;
}

export async function insertDecision(
  db: Db,
  merchantId: string,
  limitRequestId: string,
  decision: LimitDecision,
): Promise<void> {
  const { sequence, reason, note, userId, name, grant } = decision;
  await db.limitDecision.create({
    data: {
      ...{ merchantId, limitRequestId, sequence, decision: decision.decision, reason, note },
      ...(grant?.values ?? {}),
      startsAt: toDate(grant?.startsAt ?? null),
      endsAt: toDate(grant?.endsAt ?? null),
      decidedByUserId: userId,
      decidedByName: name,
      decidedAt: new Date(decision.decidedAt),
    },
  });
}

/** One step in the life of a request, as both sides see it. */
export type RequestEvent = {
  kind: string;
  actorName: string;
  actorSide: Side | "system";
  note: string | null;
  occurredAt: Instant;
};

/** Appends to the timeline; the row of the request is held by its writer meanwhile. */
export async function insertRequestEvent(
  db: Db,
  merchantId: string,
  limitRequestId: string,
  event: RequestEvent,
): Promise<void> {
  const { kind, actorName, actorSide, note } = event;
  await db.$executeRaw`
    insert into limit_request_events (merchant_id, limit_request_id, sequence, kind, actor_name,
      actor_side, note, occurred_at)
    select ${merchantId}, ${limitRequestId}, coalesce(max(e.sequence), 0) + 1, ${kind}, ${actorName},
      ${actorSide}, ${note}, ${new Date(event.occurredAt)}
    from limit_request_events e
    where e.merchant_id = ${merchantId} and e.limit_request_id = ${limitRequestId}`;
}

export async function listRequestEvents(
  db: Db,
  merchantId: string,
  limitRequestId: string,
): Promise<RequestEvent[]> {
  const rows = await db.limitRequestEvent.findMany({
    where: { merchantId, limitRequestId },
    orderBy: { sequence: "asc" },
  });
  return rows.map(({ kind, actorName, actorSide, note, occurredAt }) => ({
    ...{ kind, actorName, note, occurredAt: occurredAt.getTime() },
    actorSide: actorSide as RequestEvent["actorSide"],
  }));
}

/** Requests of every merchant whose recorded state time has overtaken, at most 500. */
export function listTurnedRequests(
  db: Db,
  at: Date,
): Promise<{ merchantId: string; limitRequestId: string }[]> {
  return db.$queryRaw`
    select r.merchant_id as "merchantId", r.limit_request_id as "limitRequestId"
    from limit_requests r, acquirer_settings s
    where (r.state in ('submitted', 'in_review', 'info_requested') and (r.ends_at <= ${at}
        or (r.state = 'info_requested' and r.question_asked_at + s.question_days * interval '1 day' <= ${at})))
      or (r.state in ('approved', 'partially_approved', 'scheduled') and r.approved_starts_at <= ${at})
      or (r.state = 'applied' and r.approved_ends_at <= ${at})
    limit 500`;
}

import "server-only";
import { ConflictError } from "@/lib/domain/errors";
import type { Instant } from "@/lib/domain/instant";
import type { Draft } from "@/lib/domain/limit-requests/draft-request";
import type { LimitDecision, LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import { OPEN_STATES, type RequestState } from "@/lib/domain/limit-requests/request-state";
import type { LimitValues } from "@/lib/domain/limits/limit";
import type { Db } from "@/lib/data/ctx";
import { type LimitKey, limitKeyText } from "@/lib/data/limit-imports";
import type { RequestEvent } from "@/lib/data/limit-requests";

// Many requests at once: of many merchants in the acquirer's context, or of one merchant in its own.

const toDate = (at: Instant | null) => (at === null ? null : new Date(at));

const valuesOf = (prefix: "current" | "requested" | "approved", values: LimitValues | null) => ({
  [`${prefix}_max_amount`]: values?.maxAmountMinor ?? null,
  [`${prefix}_max_count`]: values?.maxCount ?? null,
  [`${prefix}_min_amount`]: values?.minAmountMinor ?? null,
});

type NewRequest = { request: Draft["request"]; limitBatchId: string | null };

function requestRow({ request, limitBatchId }: NewRequest) {
  const { maker } = request;
  return {
    ...{ merchant_id: request.merchantId, limit_request_id: request.limitRequestId },
    ...{ state: request.state, limit_id: request.limitId, is_new: request.isNew },
    ...{ natural_key: request.naturalKey, scope: request.scope, store: request.store },
    ...{ terminal_id: request.terminalId, window: request.window },
    ...{ window_seconds: request.windowSeconds, currency: request.currency },
    ...{ filters: request.filters, asked_fields: request.asked },
    ...{ ...valuesOf("current", request.current), ...valuesOf("requested", request.requested) },
    approved_starts_at: toDate(request.approvedStartsAt),
    approved_ends_at: toDate(request.approvedEndsAt),
    ...{ is_approved: false, is_tightening: request.isTightening, approvals: 0, version: 1 },
    ...{ justification: request.justification, starts_at: toDate(request.startsAt) },
    ...{ ends_at: toDate(request.endsAt), required_approvals: request.requiredApprovals },
    ...{ maker_side: maker.side, maker_kind: maker.kind, maker_id: maker.id },
    ...{ maker_name: maker.name, maker_user_ids: maker.userIds },
    ...{ due_at: toDate(request.dueAt), submitted_at: toDate(request.submittedAt) },
    ...{ resolved_at: toDate(request.resolvedAt), created_at: toDate(request.submittedAt) },
    ...{ updated_at: toDate(request.submittedAt), limit_batch_id: limitBatchId },
  };
}

/** Adds requests; a conflict when any of their limits has an open one by now. */
export async function insertLimitRequests(db: Db, made: readonly NewRequest[]): Promise<void> {
  const rows = JSON.stringify(made.map(requestRow));
  const inserted = await db.$executeRaw`
    insert into limit_requests select * from jsonb_populate_recordset(null::limit_requests, ${rows}::jsonb)
    on conflict (merchant_id, natural_key)
      where state in ('submitted', 'in_review', 'info_requested', 'approved', 'partially_approved',
        'scheduled') and not (is_tightening and maker_side = 'acquirer')
      do nothing`;
  if (inserted < made.length)
    throw new ConflictError("A limit of this import is asked about by now.");
}

/** The requests that keep others of the same limits from being submitted. */
export async function findOpenRequests(
  db: Db,
  keys: readonly LimitKey[],
  at: Date,
): Promise<Map<string, LimitRequest>> {
  const rows = await db.$queryRaw<{ request: LimitRequest }[]>`
    select limit_request_state(r, ${at}) as request
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k("merchantId" text, "naturalKey" text)
    join limit_requests r on r.merchant_id = k."merchantId" and r.natural_key = k."naturalKey"
    where r.state = any (${[...OPEN_STATES]}) and not (r.is_tightening and r.maker_side = 'acquirer')`;
  return new Map(rows.map(({ request }) => [limitKeyText(request), request]));
}

/** One request's step: where it stands then, and with a grant what was approved. */
export type ManyStep = {
  request: LimitRequest;
  state: RequestState;
  approvals: number;
  limitId: string;
  resolvedAt: Date | null;
  approved: { values: LimitValues; startsAt: Instant; endsAt: Instant | null } | null;
};

const stepRow = ({ request, approved, ...step }: ManyStep) => ({
  ...{ merchant_id: request.merchantId, limit_request_id: request.limitRequestId },
  ...{ version: request.version, state: step.state, approvals: step.approvals },
  ...{ limit_id: step.limitId, resolved_at: step.resolvedAt, is_approved: approved !== null },
  ...{ ...valuesOf("current", request.current), ...valuesOf("requested", request.requested) },
  ...valuesOf("approved", approved?.values ?? null),
  approved_starts_at: toDate(approved?.startsAt ?? null),
  approved_ends_at: toDate(approved?.endsAt ?? null),
});

/** Moves requests, all of them or (a conflict) none: somebody may have written since they were read. */
export async function setLimitRequests(
  db: Db,
  steps: readonly ManyStep[],
  at: Date,
): Promise<void> {
  const rows = JSON.stringify(steps.map(stepRow));
  const moved = await db.$executeRaw`
    update limit_requests r set state = s.state, approvals = s.approvals, limit_id = s.limit_id,
      resolved_at = s.resolved_at, is_approved = s.is_approved,
      current_max_amount = s.current_max_amount, current_max_count = s.current_max_count,
      current_min_amount = s.current_min_amount, requested_max_amount = s.requested_max_amount,
      requested_max_count = s.requested_max_count, requested_min_amount = s.requested_min_amount,
      approved_max_amount = s.approved_max_amount, approved_max_count = s.approved_max_count,
      approved_min_amount = s.approved_min_amount, approved_starts_at = s.approved_starts_at,
      approved_ends_at = s.approved_ends_at, version = r.version + 1, updated_at = ${at}
    from jsonb_populate_recordset(null::limit_requests, ${rows}::jsonb) s
    where r.merchant_id = s.merchant_id and r.limit_request_id = s.limit_request_id
      and r.version = s.version`;
  if (moved < steps.length) throw new ConflictError("Somebody else has just changed a request.");
}

type Of<T> = { merchantId: string; limitRequestId: string } & T;

/** Appends one step each to the timelines of requests. */
export async function insertRequestEvents(
  db: Db,
  events: readonly Of<RequestEvent>[],
): Promise<void> {
  const rows = events.map((event) => ({
    ...{ merchant_id: event.merchantId, limit_request_id: event.limitRequestId, sequence: 0 },
    ...{ kind: event.kind, actor_name: event.actorName, actor_side: event.actorSide },
    ...{ note: event.note, occurred_at: new Date(event.occurredAt) },
  }));
  await db.$executeRaw`
    insert into limit_request_events (merchant_id, limit_request_id, sequence, kind, actor_name,
      actor_side, note, occurred_at)
    select n.merchant_id, n.limit_request_id, coalesce((select max(e.sequence)
        from limit_request_events e where e.merchant_id = n.merchant_id
          and e.limit_request_id = n.limit_request_id), 0) + 1,
      n.kind, n.actor_name, n.actor_side, n.note, n.occurred_at
    from jsonb_populate_recordset(null::limit_request_events, ${JSON.stringify(rows)}::jsonb) n`;
}

/** Records the same person's decision on many requests. */
export async function insertDecisions(
  db: Db,
  decisions: readonly Of<{ decision: LimitDecision }>[],
): Promise<void> {
  await db.limitDecision.createMany({
    data: decisions.map(({ merchantId, limitRequestId, decision: one }) => ({
      ...{ merchantId, limitRequestId, sequence: one.sequence, decision: one.decision },
      ...{ reason: one.reason, note: one.note, ...(one.grant?.values ?? {}) },
      startsAt: toDate(one.grant?.startsAt ?? null),
      endsAt: toDate(one.grant?.endsAt ?? null),
      ...{ decidedByUserId: one.userId, decidedByName: one.name },
      decidedAt: new Date(one.decidedAt),
    })),
  });
}

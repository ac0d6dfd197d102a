import { z } from "zod";
import { instantText, writeInstant, writeOptionalInstant } from "@/lib/contracts/instant";
import { limitFilters, writeFilters } from "@/lib/contracts/limits";
import { money, toMoney } from "@/lib/contracts/money";
import type { Instant } from "@/lib/domain/instant";
import type { LimitDecision, LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import { REQUEST_STATES } from "@/lib/domain/limit-requests/request-state";
import { LIMIT_SCOPES, type LimitValues, WINDOWS } from "@/lib/domain/limits/limit";
import { MAX_AMOUNT_MINOR } from "@/lib/domain/money";

export const chargeCount = z
  .int()
  .min(0)
  .max(MAX_AMOUNT_MINOR)
  .meta({ description: "A number of charges; 0 = none allowed." });

const values = z
  .object({
    max_amount: money.nullable(),
    max_count: chargeCount.nullable(),
    min_amount: money.nullable(),
  })
  .meta({ id: "LimitValues", description: "Null = no limit, 0 = nothing allowed." });

const decision = z
  .object({
    decision: z.enum(["approve", "reject"]),
    granted: values
      .nullable()
      .meta({ description: "What this person approved; null in a rejection." }),
    starts_at: instantText.nullable(),
    ends_at: instantText.nullable(),
    reason: z.string().nullable().meta({ description: "Why it was rejected." }),
    note: z.string().nullable().meta({ description: "What the acquirer wants to say." }),
    decided_by: z.string(),
    decided_at: instantText,
  })
  .meta({ id: "LimitDecision", description: "One person's decision; never changed." });

/** A request as it stands. */
export const limitRequest = z
  .object({
    id: z.string().meta({ examples: ["lrq_01J9ZC5V8Q4W0M3K7T2XHB6RDN"] }),
    state: z.enum(REQUEST_STATES),
    merchant_id: z.string(),
    limit_id: z.string().meta({ description: "The limit, or the id a new one will have." }),
    scope: z.enum(LIMIT_SCOPES),
    store: z.string().nullable(),
    terminal_id: z.string().nullable(),
    window: z.enum(WINDOWS),
    window_seconds: z.int().nullable().meta({ description: "Of a rolling window, 60 to 604800." }),
    filters: limitFilters,
    currency: z.string(),
    current: values.meta({
      description: "What the limit allows while the request is open; then what it allowed.",
    }),
    requested: values.meta({ description: "Values not asked about show the present ones." }),
    approved: values
      .nullable()
      .meta({ description: "Null until finally approved; tightening needs no approval." }),
    required_approvals: z.int().min(0).max(2).meta({ description: "0 for tightening." }),
    decisions: z.array(decision),
    justification: z.string(),
    question: z.string().nullable().meta({ description: "What the acquirer wants to know." }),
    answer: z.string().nullable(),
    starts_at: instantText.nullable(),
    ends_at: instantText.nullable(),
    due_at: instantText.meta({ description: "When it should be decided." }),
    created_at: instantText,
  })
  .meta({ id: "LimitRequest", description: "A request to change a limit or to make one." });

const toValues = (bounds: LimitValues, currencyCode: string): z.input<typeof values> => ({
  max_amount: bounds.maxAmountMinor === null ? null : toMoney(bounds.maxAmountMinor, currencyCode),
  max_count: bounds.maxCount,
  min_amount: bounds.minAmountMinor === null ? null : toMoney(bounds.minAmountMinor, currencyCode),
});

function toDecision(made: LimitDecision, currencyCode: string, timeZone: string) {
  const { grant, note, name, decidedAt } = made;
  const text = (at: Instant | null) => writeOptionalInstant(at, timeZone);
  return {
    decision: made.decision,
    granted: grant && toValues(grant.values, currencyCode),
    ...{ starts_at: text(grant?.startsAt ?? null), ends_at: text(grant?.endsAt ?? null) },
    // Why somebody approves is for the acquirer's own file.
    reason: made.decision === "reject" ? made.reason : null,
    ...{ note, decided_by: name, decided_at: writeInstant(decidedAt, timeZone) },
  };
}

/** A request as it is answered, its moments in the acquirer's zone. */
export function toLimitRequest(
  request: LimitRequest,
  timeZone: string,
): z.input<typeof limitRequest> {
  const {
    limitRequestId,
    state,
    merchantId,
    limitId,
    scope,
    store,
    terminalId: tid,
    window,
  } = request;
  const { currency: code, approved, question, answer, justification } = request;
  return {
    ...{ id: limitRequestId, state, merchant_id: merchantId, limit_id: limitId },
    ...{ scope, store, terminal_id: tid, window, window_seconds: request.windowSeconds },
    ...{ filters: writeFilters(request.filters), currency: code },
    current: toValues(request.current, code),
    requested: toValues(request.requested, code),
    approved: approved && toValues(approved, code),
    required_approvals: request.requiredApprovals,
    decisions: request.decisions.map((made) => toDecision(made, code, timeZone)),
    ...{ justification, question, answer },
    starts_at: writeOptionalInstant(request.startsAt, timeZone),
    ends_at: writeOptionalInstant(request.endsAt, timeZone),
    due_at: writeInstant(request.dueAt, timeZone),
    created_at: writeInstant(request.createdAt, timeZone),
  };
}

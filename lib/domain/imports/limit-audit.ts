import type { AuditAction } from "@/lib/domain/audit";
import type { PlannedLimit } from "@/lib/domain/imports/limit-facts";

type LimitAuditEntry = {
  merchantId: string;
  action: AuditAction;
  subjectKind: string;
  subjectId: string;
  before: unknown;
  after: unknown;
};

/** What the audit trail says of one imported row: a request where there is one, else the limit. */
export function auditEntryOf({ act, before, after }: PlannedLimit): LimitAuditEntry {
  const { merchantId, identity, values, startsAt, endsAt, warnPercent } = after;
  if (act.kind === "draft") {
    const { request } = act.draft;
    const { limitRequestId, limitId, currency, current, requested, state } = request;
    return {
      ...{ merchantId, subjectKind: "limit_request", subjectId: limitRequestId },
      action: request.isTightening ? "limit_request.tighten" : "limit_request.submit",
      before: { limitId, currency, ...current },
      after: { state, currency, ...requested },
    };
  }
  const limitId = act.kind === "none" ? "" : act.limit.limitId;
  return {
    ...{ merchantId, action: "limit.import", subjectKind: "limit", subjectId: limitId },
    before: before && { ...before.values, warnPercent: before.warnPercent },
    after: { ...identity, ...values, startsAt, endsAt, warnPercent },
  };
}

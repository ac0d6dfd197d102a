import { z } from "zod";
import {
  pageFrom,
  type SaidParams,
  TABLE_PARAMS,
  textParam,
  wordParam,
} from "@/lib/contracts/table-params";
import { AUDIT_ACTIONS, type AuditFilter } from "@/lib/domain/audit";

export const EVENTS_PER_PAGE = 50;

/** A date as a date field gives it; "" for anything else. */
const dateParam = z.preprocess(
  (value) => (Array.isArray(value) ? value[0] : value),
  z.iso.date().catch(""),
);

/** The address of the audit trail; whatever cannot be read is as if it were not there. */
const Params = z.object({
  merchant: textParam(15),
  actor: textParam(80),
  action: wordParam(AUDIT_ACTIONS),
  subject: textParam(80),
  from: dateParam,
  to: dateParam,
  ...TABLE_PARAMS,
});
export type AuditListParams = z.output<typeof Params>;

export const readAuditListParams = (params: SaidParams): AuditListParams => Params.parse(params);

export function auditListQuery(params: AuditListParams) {
  const { merchant, actor, action, subject, from, to } = params;
  const filter: AuditFilter = {
    ...{ merchantId: merchant || null, actor: actor || null, action },
    ...{ subjectId: subject || null, from: from || null, to: to || null },
  };
  return { filter, page: { limit: EVENTS_PER_PAGE, ...pageFrom(params) } };
}

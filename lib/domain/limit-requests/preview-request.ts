import { type FieldError, InvalidError } from "@/lib/domain/errors";
import type { Instant } from "@/lib/domain/instant";
import type { LimitValues, LimitVersion, Window } from "@/lib/domain/limits/limit";
import { type Asked, askedFieldsOf, askedValues } from "@/lib/domain/limit-requests/asked-values";
import type { AskedField } from "@/lib/domain/limit-requests/grant";
import { proposeRequest } from "@/lib/domain/limit-requests/propose-change";
import { requiredApprovals } from "@/lib/domain/limit-requests/required-approvals";

/** What submitting would do, or why it would be refused. */
export type RequestPreview =
  | {
      ok: true;
      asked: AskedField[];
      values: LimitValues;
      startsAt: Instant;
      endsAt: Instant | null;
      /** Takes effect without a decision. */
      isTightening: boolean;
      requiredApprovals: 1 | 2;
    }
  | { ok: false; faults: readonly FieldError[] };

type PreviewInput = {
  limit: { window: Window; currency: string; versions: readonly LimitVersion[] };
  asked: Asked;
  period: { startsAt: Instant | null; endsAt: Instant | null };
  context: { now: Instant; warnPercent: number; thresholdMinor: number | null };
};

/** The same judgement the submission makes, made beforehand for whoever fills in the form. */
export function previewRequest({ limit, asked, period, context }: PreviewInput): RequestPreview {
  const fields = askedFieldsOf(asked);
  try {
    const grant = { values: askedValues(asked, limit.currency), ...period };
    const { change, isTightening } = proposeRequest(limit, grant, fields, context);
    const { values, startsAt, endsAt } = change;
    return {
      ok: true,
      asked: fields,
      ...{ values, startsAt, endsAt, isTightening },
      requiredApprovals: requiredApprovals(values.maxAmountMinor, context.thresholdMinor),
    };
  } catch (error) {
    if (error instanceof InvalidError) return { ok: false, faults: error.fields };
    throw error;
  }
}

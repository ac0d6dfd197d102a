import { VALUE_OF } from "@/lib/domain/bulk-edits/bulk-edit";
import { isRounded, type StepFault, stepValue } from "@/lib/domain/bulk-edits/step-value";
import type { Instant } from "@/lib/domain/instant";
import type { LimitValues, LimitVersion, Window } from "@/lib/domain/limits/limit";
import type { Asked } from "@/lib/domain/limit-requests/asked-values";
import { endedRaises, type Raise } from "@/lib/domain/limit-requests/ended-raises";
import { previewRequest } from "@/lib/domain/limit-requests/preview-request";
import { hasField, valuesInForce } from "@/lib/domain/limit-requests/proposed-change";
import { type SeenLimit, valuesReplaced } from "@/lib/domain/limit-requests/seen-limit";
import type { SharedChange, SharedMetric } from "@/lib/domain/limit-requests/shared-change";

/** What a plan does: tightens now or on its first day, or waits for one person or two. */
export type PlanEffect = "atOnce" | "later" | "onePerson" | "twoPeople";

/** What one limit of several would become, or why it is left out. */
export type RequestPlan = { limitId: string } & (
  | {
      ok: true;
      asked: Asked;
      effect: PlanEffect;
      after: LimitValues;
      /** What is in force now, where a raise for a time stands over what lasts. */
      current: LimitValues;
      /** Raises for a time that it ends as well. */
      endsRaises: readonly Raise[];
      seen: SeenLimit;
    }
  | { ok: false; code: string; openRequestId: string | null }
);

export type PlanInput = {
  limit: {
    limitId: string;
    window: Window;
    currency: string;
    version: number;
    versions: readonly LimitVersion[];
  };
  /** Another request of the same limit that is in the way. */
  openRequestId: string | null;
  context: { now: Instant; warnPercent: number; thresholdMinor: number | null };
};

const CODE_OF: Record<StepFault, string> = {
  "there is nothing to calculate with": "nothing_to_step_from",
  "would be below 0": "below_zero",
  "would be more than can be counted": "too_large",
};

const MOST_COUNT = 999_999_999;

/** Why the limit has no value that could change so; null where it has. */
function noValueFault({ limit, openRequestId }: PlanInput, change: SharedChange): string | null {
  if (openRequestId !== null) return "open_request";
  if (!hasField(limit.window, change.metric)) return "not_of_this_window";
  const isAmount = change.metric === "max_amount" && change.step.by !== "percent";
  return isAmount && change.currency !== limit.currency ? "other_currency" : null;
}

const askedOf = (metric: SharedMetric, value: number, currency: string): Asked =>
  metric === "max_amount" ? { max_amount: { amountMinor: value, currency } } : { max_count: value };

function effectOf(approvals: 0 | 1 | 2, startsAt: Instant, now: Instant): PlanEffect {
  if (approvals === 0) return startsAt > now ? "later" : "atOnce";
  return approvals === 1 ? "onePerson" : "twoPeople";
}

/**
 * What a change shared by several limits asks of one of them, stepping from the values it would replace;
 * judged as the submission of that request would be.
 */
export function planRequest(input: PlanInput, change: SharedChange): RequestPlan {
  const { limit, openRequestId, context } = input;
  const { limitId, currency, version, versions } = limit;
  const { metric, step, startsAt, endsAt } = change;
  const refuse = (code: string) => ({ limitId, ok: false as const, code, openRequestId });
  const fault = noValueFault(input, change);
  if (fault !== null) return refuse(fault);
  const period = { startsAt, endsAt };
  const values = valuesReplaced(versions, period, context.now);
  if (values === null) return refuse(endsAt === null ? "no_lasting_value" : "no_value_then");
  const value = stepValue(values[VALUE_OF[metric]], step);
  if (typeof value === "string") return refuse(CODE_OF[value]);
  if (metric === "max_count" && value > MOST_COUNT) return refuse("too_large");
  const asked = askedOf(metric, value, currency);
  const preview = previewRequest({ limit, asked, period, context });
  if (!preview.ok) {
    const code = preview.faults[0]?.code ?? "other";
    const isKept = value === values[VALUE_OF[metric]] && isRounded(value, step);
    return refuse(isKept && code === "changes_nothing" ? "same_when_rounded" : code);
  }
  const approvals = preview.isTightening ? 0 : preview.requiredApprovals;
  return {
    ...{ limitId, ok: true, asked, after: preview.values },
    effect: effectOf(approvals, preview.startsAt, context.now),
    current: valuesInForce(versions, context.now),
    endsRaises: endedRaises(versions, preview, context.warnPercent),
    seen: { at: context.now, version, values, approvals },
  };
}

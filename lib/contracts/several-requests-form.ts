import { z } from "zod";
import { Justification, PERIOD_FIELDS, periodOf, refinePeriod } from "@/lib/contracts/period-form";
import { STEP_FIELDS, stepFieldOf, stepOf } from "@/lib/contracts/step-form";
import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import { SHARED_METRICS, type SharedChange } from "@/lib/domain/limit-requests/shared-change";

/** One change asked of several limits, as a person fills it in. */
export const SeveralRequestsForm = z
  .object({
    metric: z.enum(SHARED_METRICS),
    ...STEP_FIELDS,
    ...PERIOD_FIELDS,
    justification: Justification,
  })
  .superRefine((form, context) => {
    if (stepOf(form) === null) {
      context.addIssue({ code: "custom", path: [stepFieldOf(form)], message: "invalid" });
    }
    refinePeriod(form, context);
  });
export type SeveralRequestsForm = z.infer<typeof SeveralRequestsForm>;

export const emptySeveral = (currency: string): SeveralRequestsForm => ({
  ...{ metric: "max_amount", currency, by: "percent", percent: "", amount: "", count: "" },
  ...{ period: "lasting", startsOn: "", endsOn: "", justification: "" },
});

/** The change a form asks for, once nothing in it is at fault. */
export function sharedChangeOf(
  form: SeveralRequestsForm,
  now: Instant,
  cutOver: CutOver,
): SharedChange {
  const { metric, currency } = form;
  const step = stepOf(form) ?? { by: form.by, value: 0 };
  return { metric, step, currency, ...periodOf(form, now, cutOver) };
}

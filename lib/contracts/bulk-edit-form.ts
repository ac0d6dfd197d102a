import { z } from "zod";
import { STEP_FIELDS, stepFieldOf, stepOf } from "@/lib/contracts/step-form";
import {
  type BulkEdit,
  type BulkList,
  LIMIT_METRICS,
  type LimitMetric,
} from "@/lib/domain/bulk-edits/bulk-edit";
import { isCurrency } from "@/lib/domain/currencies";
import { LIMIT_SCOPES, WINDOWS, type Window } from "@/lib/domain/limits/limit";
import { MERCHANT_STATUSES } from "@/lib/domain/merchants";
import { TERMINAL_STATUSES } from "@/lib/domain/terminals/terminal-status";

/** What a limit of a window can say: only one per charge has a minimum, and it counts no charges. */
export const metricsOf = (window: Window): LimitMetric[] =>
  LIMIT_METRICS.filter((metric) =>
    window === "per_transaction" ? metric !== "max_count" : metric !== "min_amount",
  );

const fields = z.object({
  kind: z.enum(["limits", "status", "terminal_status"]),
  scopes: z.array(z.enum(LIMIT_SCOPES)),
  window: z.enum(WINDOWS),
  metric: z.enum(LIMIT_METRICS),
  ...STEP_FIELDS,
  withFilters: z.boolean(),
  status: z.enum(MERCHANT_STATUSES),
  terminalStatus: z.enum(TERMINAL_STATUSES),
  reason: z.string().trim(),
});
export type BulkEditForm = z.infer<typeof fields>;

export const emptyBulkEdit = (list: BulkList): BulkEditForm => ({
  kind: "limits",
  scopes: list === "registry" ? ["terminal"] : [...LIMIT_SCOPES],
  ...{ window: "daily", metric: "max_amount", currency: "CNY", withFilters: false },
  ...{ by: "percent", percent: "", amount: "", count: "" },
  ...{ status: "suspended", terminalStatus: "inactive", reason: "" },
});

/** The form of an edit; each fault lies on the field that has it. */
export const BulkEditForm = fields.superRefine((form, context) => {
  const refuse = (path: keyof BulkEditForm) =>
    context.addIssue({ code: "custom", path: [path], message: "invalid" });
  if (form.kind !== "limits") {
    if (form.reason.length < 5 || form.reason.length > 300) refuse("reason");
    return;
  }
  if (form.scopes.length === 0) refuse("scopes");
  if (!isCurrency(form.currency)) refuse("currency");
  if (stepOf(form) === null) refuse(stepFieldOf(form));
});

/** The edit a form asks for, once nothing in it is at fault. */
export function bulkEditOf(form: BulkEditForm): BulkEdit {
  const { kind, scopes, window, metric, currency, withFilters, by, status } = form;
  const reason = form.reason.trim();
  if (kind === "status") return { kind, status, reason };
  if (kind === "terminal_status") return { kind, status: form.terminalStatus, reason };
  const step = stepOf(form) ?? { by, value: 0 };
  return { kind, scopes, window, currency, withFilters, metric, step };
}

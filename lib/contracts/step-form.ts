import { z } from "zod";
import { LIMIT_STEPS, type LimitMetric, type LimitStep } from "@/lib/domain/bulk-edits/bulk-edit";
import { parseAmount } from "@/lib/domain/money";

/** How a value changes, as typed; the field beside `by` is the one that counts. */
export const STEP_FIELDS = {
  currency: z.string(),
  by: z.enum(LIMIT_STEPS),
  percent: z.string(),
  amount: z.string(),
  count: z.string(),
} as const;

export type StepForm = { metric: LimitMetric } & {
  [Name in keyof typeof STEP_FIELDS]: z.infer<(typeof STEP_FIELDS)[Name]>;
};

// Ten times as much at most: more is a slip of the finger.
const MOST_PERCENT = 1_000;

/** The value of the step as typed; null where it cannot be read. */
function valueOf({ by, metric, percent, amount, count, currency }: StepForm): number | null {
  if (by === "percent") {
    const share = /^\d{1,4}([.,]\d{1,2})?$/.test(percent.trim())
      ? Number(percent.trim().replace(",", "."))
      : null;
    return share === null || share > MOST_PERCENT ? null : Math.round(share * 100);
  }
  if (metric === "max_count") {
    return /^\d{1,9}$/.test(count.trim()) ? Number(count.trim()) : null;
  }
  const parsed = parseAmount(amount, currency);
  return parsed.ok ? parsed.amountMinor : null;
}

/** The step a form asks for; null while it cannot be read. */
export function stepOf(form: StepForm): LimitStep | null {
  const value = valueOf(form);
  return value === null ? null : { by: form.by, value };
}

/** The field the value of the step stands in. */
export const stepFieldOf = ({ by, metric }: StepForm): "percent" | "count" | "amount" => {
  if (by === "percent") return "percent";
  return metric === "max_count" ? "count" : "amount";
};

import { z } from "zod";
import { Justification, PERIOD_FIELDS, refinePeriod } from "@/lib/contracts/period-form";
import { isCurrency } from "@/lib/domain/currencies";
import type { Asked } from "@/lib/domain/limit-requests/asked-values";
import type { LimitValues } from "@/lib/domain/limits/limit";
import { groupedAmount, isLimitAmount, parseAmount } from "@/lib/domain/money";

/** What a person fills in. Amounts as typed; days as YYYY-MM-DD of the acquirer's zone. */
export const LimitRequestForm = z
  .object({
    maxAmount: z.string(),
    noMaxAmount: z.boolean(),
    maxCount: z.string(),
    noMaxCount: z.boolean(),
    minAmount: z.string(),
    noMinAmount: z.boolean(),
    ...PERIOD_FIELDS,
    justification: Justification,
  })
  .superRefine(refinePeriod);
export type LimitRequestForm = z.infer<typeof LimitRequestForm>;

export type FormLimit = { currency: string; current: LimitValues };

/** The form of a limit as it stands, with the values a verdict suggests in place of the present ones. */
export function emptyForm({ currency, current }: FormLimit, suggested: Partial<LimitValues>) {
  const values = { ...current, ...suggested };
  const amount = (minor: number | null) => (minor === null ? "" : groupedAmount(minor, currency));
  return {
    maxAmount: amount(values.maxAmountMinor),
    noMaxAmount: values.maxAmountMinor === null,
    maxCount: values.maxCount === null ? "" : String(values.maxCount),
    noMaxCount: values.maxCount === null,
    minAmount: amount(values.minAmountMinor),
    noMinAmount: values.minAmountMinor === null,
    period: "lasting",
    startsOn: "",
    endsOn: "",
    justification: "",
  } satisfies LimitRequestForm;
}

export type FormFault = { field: "maxAmount" | "maxCount" | "minAmount"; code: string };

type Bounds = { values: LimitValues; faults: FormFault[] };

/** The bounds as filled in; one that cannot be read is a fault and counts as unchanged. */
export function boundsOf(form: LimitRequestForm, { currency, current }: FormLimit): Bounds {
  const faults: FormFault[] = [];
  const amount = (field: "maxAmount" | "minAmount", none: boolean, unchanged: number | null) => {
    if (none) return null;
    const parsed = parseAmount(form[field], currency);
    if (parsed.ok && isLimitAmount(parsed.amountMinor)) return parsed.amountMinor;
    faults.push({ field, code: parsed.ok ? "too_large" : parsed.fault });
    return unchanged;
  };
  const count = () => {
    if (form.noMaxCount) return null;
    if (/^\d{1,9}$/.test(form.maxCount.trim())) return Number(form.maxCount);
    faults.push({ field: "maxCount", code: "not_a_count" });
    return current.maxCount;
  };
  const values = {
    maxAmountMinor: amount("maxAmount", form.noMaxAmount, current.maxAmountMinor),
    maxCount: count(),
    minAmountMinor: amount("minAmount", form.noMinAmount, current.minAmountMinor),
  };
  return { values, faults };
}

/** What is asked: the bounds that differ from the present ones. */
export function askedOf(values: LimitValues, { currency, current }: FormLimit): Asked {
  const money = (amountMinor: number | null) =>
    amountMinor === null ? null : { amountMinor, currency };
  return {
    ...(values.maxAmountMinor !== current.maxAmountMinor && {
      max_amount: money(values.maxAmountMinor),
    }),
    ...(values.maxCount !== current.maxCount && { max_count: values.maxCount }),
    ...(values.minAmountMinor !== current.minAmountMinor && {
      min_amount: money(values.minAmountMinor),
    }),
  };
}

const Amount = z.strictObject({
  amountMinor: z.int().min(0).refine(isLimitAmount),
  currency: z.string().refine(isCurrency),
});

/** What the portal submits about a limit that exists. */
export const LimitRequestInput = z.strictObject({
  limitId: z.string().max(40),
  asked: z.strictObject({
    max_amount: Amount.nullable().optional(),
    max_count: z.int().min(0).max(999_999_999).nullable().optional(),
    min_amount: Amount.nullable().optional(),
  }),
  justification: z.string().trim().min(10).max(2000),
  startsAt: z.int().nullable(),
  endsAt: z.int().nullable(),
});
export type LimitRequestInput = z.infer<typeof LimitRequestInput>;

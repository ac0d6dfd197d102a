import { type FieldError, InvalidError } from "@/lib/domain/errors";
import type { LimitValues } from "@/lib/domain/limits/limit";
import type { Money } from "@/lib/domain/money";
import { ASKED_FIELDS, type AskedField } from "@/lib/domain/limit-requests/grant";

/** The values asked for; null removes a value, what is left out stays as it is. */
export type Asked = {
  max_amount?: Money | null;
  max_count?: number | null;
  min_amount?: Money | null;
};

export function askedFieldsOf(asked: Asked): AskedField[] {
  return ASKED_FIELDS.filter((field) => asked[field] !== undefined);
}

/** The values in minor units of the limit's currency; throws when an amount is in another one. */
export function askedValues(asked: Asked, currency: string): LimitValues {
  const faults = (["max_amount", "min_amount"] as const)
    .filter((field) => (asked[field]?.currency ?? currency) !== currency)
    .map((field): FieldError => ({
      pointer: `/requested/${field}/currency`,
      code: "other_currency",
      detail: `The limit is in ${currency}.`,
    }));
  if (faults.length > 0) throw new InvalidError(faults);
  return {
    maxAmountMinor: asked.max_amount?.amountMinor ?? null,
    maxCount: asked.max_count ?? null,
    minAmountMinor: asked.min_amount?.amountMinor ?? null,
  };
}

import type { Words } from "@/components/tables/csv-column";
import { type AskedField, BOUND_OF } from "@/lib/domain/limit-requests/grant";
import type { LimitValues } from "@/lib/domain/limits/limit";
import { formatMoney } from "@/lib/domain/money";

/** A bound of a limit in words: an amount, a number of charges, or that there is none. */
export function boundText(
  t: Words,
  currency: string,
): (values: LimitValues, field: AskedField) => string {
  return (values, field) => {
    const value = values[BOUND_OF[field]];
    if (value === null) return t(field === "min_amount" ? "limits.noMinimum" : "limits.unlimited");
    if (field === "max_count") return t("limits.charges", { count: value });
    return formatMoney(value, currency);
  };
}

/** Each bound that was asked about, before and after, one a line. */
export const changeText = (
  t: Words,
  { asked, currency }: { asked: readonly AskedField[]; currency: string },
  [before, after]: readonly [LimitValues, LimitValues],
): string => {
  const text = boundText(t, currency);
  return asked.map((field) => `${text(before, field)} → ${text(after, field)}`).join("\n");
};

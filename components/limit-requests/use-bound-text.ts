import { useTranslations } from "next-intl";
import { type AskedField, BOUND_OF } from "@/lib/domain/limit-requests/grant";
import type { LimitValues } from "@/lib/domain/limits/limit";
import { formatMoney } from "@/lib/domain/money";

/** A bound of a limit in words: an amount, a number of charges, or that there is none. */
export function useBoundText(currency: string) {
  const t = useTranslations("limits");
  return (values: LimitValues, field: AskedField): string => {
    const value = values[BOUND_OF[field]];
    if (value === null) return field === "min_amount" ? t("noMinimum") : t("unlimited");
    return field === "max_count" ? t("charges", { count: value }) : formatMoney(value, currency);
  };
}

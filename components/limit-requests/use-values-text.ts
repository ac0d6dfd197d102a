import { useTranslations } from "next-intl";
import { useBoundText } from "@/components/limit-requests/use-bound-text";
import type { AskedField } from "@/lib/domain/limit-requests/grant";
import type { LimitValues } from "@/lib/domain/limits/limit";

/** The bounds asked about in one line: "¥60,000.00", or with names where there are several. */
export function useValuesText(currency: string) {
  const t = useTranslations("limitRequests.field");
  const separator = useTranslations("limits")("listSeparator");
  const bound = useBoundText(currency);
  return (values: LimitValues, asked: readonly AskedField[]): string =>
    asked
      .map((field) =>
        asked.length > 1 || field !== "max_amount"
          ? `${t(field)} ${bound(values, field)}`
          : bound(values, field),
      )
      .join(separator);
}

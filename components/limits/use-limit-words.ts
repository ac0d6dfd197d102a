import { useTranslations } from "next-intl";
import type { LimitIdentity } from "@/lib/domain/limits/limit";
import { windowSpan } from "@/lib/i18n/window-span";

export type LimitSubject = Pick<
  LimitIdentity,
  "scope" | "store" | "terminalId" | "window" | "windowSeconds" | "filters"
>;

/** Whose limit it is and what it counts, in words: "Terminal 00018644 · tap, chip · daily". */
export function useLimitWords() {
  const t = useTranslations("limits");
  const enums = useTranslations("enums");
  const words = useTranslations("reasons.words");

  const hours = ({ timeFrom, timeTo, daysOfWeek }: LimitSubject["filters"]): string[] => [
    timeFrom === null || timeTo === null ? "" : `${timeFrom}–${timeTo}`,
    daysOfWeek.map((day) => enums(`weekday.${day}` as "weekday.1")).join(t("listSeparator")),
  ];

  const counts = ({ filters }: LimitSubject): string => {
    const parts = [
      filters.entryModes.map((mode) => enums(`entryMode.${mode}`)).join(t("listSeparator")),
      filters.fundingSources
        .map((source) => enums(`fundingSource.${source}`))
        .join(t("listSeparator")),
      filters.cardOrigins.map((origin) => enums(`cardOrigin.${origin}`)).join(t("listSeparator")),
      ...hours(filters),
    ].filter(Boolean);
    return parts.length === 0 ? t("countsEverything") : parts.join(" · ");
  };

  const whose = (limit: LimitSubject): string => {
    if (limit.scope === "terminal") return t("whose.terminal", { id: limit.terminalId ?? "" });
    if (limit.scope === "store") return t("whose.store", { name: limit.store ?? "" });
    return t("whose.merchant");
  };

  const window = ({ window: name, windowSeconds }: LimitSubject): string => {
    if (windowSeconds === null) return enums(`window.${name}`).toLowerCase();
    const { unit, count } = windowSpan(windowSeconds);
    return words("rolling", { span: words(`span.${unit}`, { count }) });
  };

  const line = (limit: LimitSubject): string =>
    [whose(limit), counts(limit), window(limit)].join(" · ");

  return { whose, counts, window, line };
}

import type { Words } from "@/components/tables/csv-column";
import type { LimitIdentity } from "@/lib/domain/limits/limit";
import { windowSpan } from "@/lib/i18n/window-span";

export type LimitSubject = Pick<
  LimitIdentity,
  "scope" | "store" | "terminalId" | "window" | "windowSeconds" | "filters"
>;

/** Whose limit it is and what it counts, in words: "Terminal 00018644 · tap, chip · daily". */
export function limitWords(t: Words) {
  const separator = t("limits.listSeparator");

  const hours = ({ timeFrom, timeTo, daysOfWeek }: LimitSubject["filters"]): string[] => [
    timeFrom === null || timeTo === null ? "" : `${timeFrom}–${timeTo}`,
    daysOfWeek.map((day) => t(`enums.weekday.${day}` as "enums.weekday.1")).join(separator),
  ];

  const counts = ({ filters }: LimitSubject): string => {
    const parts = [
      filters.entryModes.map((mode) => t(`enums.entryMode.${mode}`)).join(separator),
      filters.fundingSources.map((source) => t(`enums.fundingSource.${source}`)).join(separator),
      filters.cardOrigins.map((origin) => t(`enums.cardOrigin.${origin}`)).join(separator),
      ...hours(filters),
    ].filter(Boolean);
    return parts.length === 0 ? t("limits.countsEverything") : parts.join(" · ");
  };

  const whose = (limit: LimitSubject): string => {
    if (limit.scope === "terminal") {
      return t("limits.whose.terminal", { id: limit.terminalId ?? "" });
    }
    if (limit.scope === "store") return t("limits.whose.store", { name: limit.store ?? "" });
    return t("limits.whose.merchant");
  };

  const window = ({ window: name, windowSeconds }: LimitSubject): string => {
    if (windowSeconds === null) return t(`enums.window.${name}`).toLowerCase();
    const { unit, count } = windowSpan(windowSeconds);
    return t("reasons.words.rolling", { span: t(`reasons.words.span.${unit}`, { count }) });
  };

  const line = (limit: LimitSubject): string =>
    [whose(limit), counts(limit), window(limit)].join(" · ");

  return { whose, counts, window, line };
}

import { useTranslations } from "next-intl";
import type { LimitIdentity } from "@/lib/domain/limits/limit";

export type LimitSubject = Pick<
  LimitIdentity,
  "scope" | "store" | "terminalId" | "window" | "filters"
>;

/** Whose limit it is and what it counts, in words: "Terminal 00018644 · tap, chip · daily". */
export function useLimitWords() {
  const t = useTranslations("limits");
  const enums = useTranslations("enums");

  const counts = ({ filters }: LimitSubject): string => {
    const parts = [
      filters.entryModes.map((mode) => enums(`entryMode.${mode}`)).join(t("listSeparator")),
      filters.fundingSources
        .map((source) => enums(`fundingSource.${source}`))
        .join(t("listSeparator")),
      filters.cardOrigins.map((origin) => enums(`cardOrigin.${origin}`)).join(t("listSeparator")),
    ].filter(Boolean);
    return parts.length === 0 ? t("countsEverything") : parts.join(" · ");
  };

  const whose = (limit: LimitSubject): string => {
    if (limit.scope === "terminal") return t("whose.terminal", { id: limit.terminalId ?? "" });
    if (limit.scope === "store") return t("whose.store", { name: limit.store ?? "" });
    return t("whose.merchant");
  };

  const window = (limit: LimitSubject): string => enums(`window.${limit.window}`).toLowerCase();

  const line = (limit: LimitSubject): string =>
    [whose(limit), counts(limit), window(limit)].join(" · ");

  return { whose, counts, window, line };
}

import { useTranslations } from "next-intl";
import { useDateLocale } from "@/components/time/use-date-locale";
import { type CutOver, lastDateBefore } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import { dayOfDate, DAY_MS } from "@/lib/domain/zoned-time";
import { formatMoment } from "@/lib/i18n/format-moment";

/** An end as people chose it: the last day it includes, where a business day ends with it; else its moment. */
export function useUntil({ timeZone, cutOverTime }: CutOver) {
  const t = useTranslations("time");
  const locale = useDateLocale();
  return (end: Instant, style: "full" | "short" = "full"): string => {
    const date = lastDateBefore(end, { timeZone, cutOverTime });
    if (date === null) return formatMoment(end, style, timeZone, locale);
    const dayStyle = style === "full" ? "date" : "day";
    return t("lastDay", { day: formatMoment(dayOfDate(date) * DAY_MS, dayStyle, "UTC", locale) });
  };
}

"use client";

import { useTranslations } from "next-intl";
import { ColumnChart } from "@/components/ui/column-chart";
import { Figure } from "@/components/ui/figure";
import { niceTicks } from "@/components/ui/nice-ticks";
import { PlainTable } from "@/components/ui/plain-table";
import { useLimitWords } from "@/components/limits/use-limit-words";
import { useShortAmount } from "@/components/money/use-short-amount";
import { useDateLocale } from "@/components/time/use-date-locale";
import type { DayOfUse } from "@/lib/domain/limits/daily-use";
import type { LimitView } from "@/lib/domain/limits/limit-view";
import { formatMoney } from "@/lib/domain/money";
import { formatMoment } from "@/lib/i18n/format-moment";

type LimitUseChartProps = { limit: LimitView; days: readonly DayOfUse[]; timeZone: string };

const share = (day: DayOfUse) =>
  day.maxAmountMinor ? Math.floor((day.usedAmountMinor / day.maxAmountMinor) * 100) : 0;

/** Use per business day against the limit that held on it, the last day as it stands now. */
export function LimitUseChart({ limit, days, timeZone }: LimitUseChartProps) {
  const t = useTranslations("limits.chart");
  const words = useLimitWords();
  const locale = useDateLocale();
  const short = useShortAmount(limit.currency);
  const money = (amountMinor: number) => formatMoney(amountMinor, limit.currency);
  const date = (day: DayOfUse) => formatMoment(day.startsAt, "day", timeZone, locale);
  const peak = days.reduce((a, b) => (share(b) > share(a) ? b : a), days[0]!);
  const max = Math.max(
    ...days.map((day) => Math.max(day.usedAmountMinor, day.maxAmountMinor ?? 0)),
  );
  const full = days.filter((day) => share(day) >= limit.warnPercent).length;
  const summary = t("summary", {
    days: days.length,
    peak: share(peak),
    date: date(peak),
    full,
    warn: limit.warnPercent,
  });
  const reading = (day: DayOfUse) =>
    day.maxAmountMinor === null
      ? t("readingUnlimited", { date: date(day), used: money(day.usedAmountMinor) })
      : t("reading", {
          date: date(day),
          used: money(day.usedAmountMinor),
          limit: money(day.maxAmountMinor),
          percent: share(day),
        });
  return (
    <Figure
      title={words.line(limit)}
      summary={summary}
      tableLabel={t("asTable")}
      chart={
        <ColumnChart
          summary={`${words.line(limit)}. ${summary}`}
          hint={t("hint")}
          columns={days.map((day, index) => ({
            key: day.businessDate,
            value: day.usedAmountMinor,
            reading: reading(day),
            tone: share(day) >= 100 ? "block" : share(day) >= limit.warnPercent ? "warn" : "used",
            axisLabel: index % 7 === 1 || index === days.length - 1 ? date(day) : undefined,
          }))}
          lines={[
            { key: "limit", label: t("limit"), values: days.map((day) => day.maxAmountMinor) },
          ]}
          ticks={niceTicks(max).map((value) => ({ value, text: short(value) }))}
        />
      }
      table={
        <PlainTable
          caption={words.line(limit)}
          columns={[
            { key: "date", label: t("day") },
            { key: "used", label: t("used"), numeric: true },
            { key: "limit", label: t("limit"), numeric: true },
            { key: "percent", label: "%", numeric: true },
          ]}
          rows={days.toReversed().map((day) => ({
            key: day.businessDate,
            cells: {
              date: date(day),
              used: money(day.usedAmountMinor),
              limit: day.maxAmountMinor === null ? t("none") : money(day.maxAmountMinor),
              percent: day.maxAmountMinor === null ? "–" : share(day),
            },
          }))}
        />
      }
    />
  );
}

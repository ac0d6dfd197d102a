"use client";

import { useTranslations } from "next-intl";
import { ColumnChart } from "@/components/ui/column-chart";
import { Figure } from "@/components/ui/figure";
import { niceTicks } from "@/components/ui/nice-ticks";
import { PlainTable } from "@/components/ui/plain-table";
import { useLimitWords } from "@/components/limits/use-limit-words";
import { useShortAmount } from "@/components/money/use-short-amount";
import { useDateLocale } from "@/components/time/use-date-locale";
import type { LimitView } from "@/lib/domain/limits/limit-view";
import type { WindowUse } from "@/lib/domain/limits/window-use";
import { formatMoney } from "@/lib/domain/money";
import { formatMoment } from "@/lib/i18n/format-moment";

type LimitUseChartProps = { limit: LimitView; windows: readonly WindowUse[]; timeZone: string };

const LABELS = 6;

const share = (one: WindowUse) =>
  one.maxAmountMinor ? Math.floor((one.usedAmountMinor / one.maxAmountMinor) * 100) : 0;

/** Use per window against the limit that held in it, the last one as it stands now. */
export function LimitUseChart({ limit, windows, timeZone }: LimitUseChartProps) {
  const t = useTranslations("limits.chart");
  const words = useLimitWords();
  const locale = useDateLocale();
  const short = useShortAmount(limit.currency);
  const money = (amountMinor: number) => formatMoney(amountMinor, limit.currency);
  const date = (one: WindowUse) => formatMoment(one.startsAt, "day", timeZone, locale);
  const peak = windows.reduce((a, b) => (share(b) > share(a) ? b : a), windows[0]!);
  const max = Math.max(
    ...windows.map((one) => Math.max(one.usedAmountMinor, one.maxAmountMinor ?? 0)),
  );
  const full = windows.filter((one) => share(one) >= limit.warnPercent).length;
  const summary = t("summary", {
    window: limit.window,
    count: windows.length,
    peak: share(peak),
    date: date(peak),
    full,
    warn: limit.warnPercent,
  });
  const step = Math.max(1, Math.round(windows.length / LABELS));
  const isLabelled = (index: number) => (windows.length - 1 - index) % step === 0;
  const reading = (one: WindowUse) =>
    one.maxAmountMinor === null
      ? t("readingUnlimited", { date: date(one), used: money(one.usedAmountMinor) })
      : t("reading", {
          date: date(one),
          used: money(one.usedAmountMinor),
          limit: money(one.maxAmountMinor),
          percent: share(one),
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
          columns={windows.map((one, index) => ({
            key: one.businessDate,
            value: one.usedAmountMinor,
            reading: reading(one),
            tone: share(one) >= 100 ? "block" : share(one) >= limit.warnPercent ? "warn" : "used",
            axisLabel: isLabelled(index) ? date(one) : undefined,
          }))}
          lines={[
            { key: "limit", label: t("limit"), values: windows.map((one) => one.maxAmountMinor) },
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
          rows={windows.toReversed().map((one) => ({
            key: one.businessDate,
            cells: {
              date: date(one),
              used: money(one.usedAmountMinor),
              limit: one.maxAmountMinor === null ? t("none") : money(one.maxAmountMinor),
              percent: one.maxAmountMinor === null ? "–" : share(one),
            },
          }))}
        />
      }
    />
  );
}

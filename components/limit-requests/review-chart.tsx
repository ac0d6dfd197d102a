"use client";

import { useTranslations } from "next-intl";
import { ColumnChart } from "@/components/ui/column-chart";
import { Figure } from "@/components/ui/figure";
import { niceTicks } from "@/components/ui/nice-ticks";
import { PlainTable } from "@/components/ui/plain-table";
import { useShortAmount } from "@/components/money/use-short-amount";
import { useDateLocale } from "@/components/time/use-date-locale";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import { isOpen } from "@/lib/domain/limit-requests/request-state";
import type { Evidence } from "@/lib/domain/limit-requests/review";
import type { ReviewDay } from "@/lib/domain/limit-requests/review-days";
import { formatMoney } from "@/lib/domain/money";
import { dayOfDate, DAY_MS } from "@/lib/domain/zoned-time";
import { formatMoment } from "@/lib/i18n/format-moment";

type ReviewChartProps = {
  request: Pick<
    LimitRequest,
    "window" | "currency" | "asked" | "current" | "requested" | "approved" | "state"
  >;
  evidence: Pick<Evidence, "days" | "refusals">;
};

/** What is compared: amounts, unless only a number of charges is asked about. */
function measureOf({ asked, current, requested, approved }: ReviewChartProps["request"]) {
  const coming = approved ?? requested;
  const isCount = asked.length === 1 && asked[0] === "max_count";
  return isCount
    ? { isCount, now: current.maxCount, next: coming.maxCount }
    : { isCount, now: current.maxAmountMinor, next: coming.maxAmountMinor };
}

/** 90 days of use against the present and the requested limit; crosses mark refusals. */
export function ReviewChart({ request, evidence }: ReviewChartProps) {
  const t = useTranslations("decision.evidence");
  const limits = useTranslations("limits");
  const locale = useDateLocale();
  const short = useShortAmount(request.currency);
  const { days, refusals } = evidence;
  const { isCount, now, next } = measureOf(request);
  const when = isOpen(request.state) ? "now" : "then";
  const valueOf = (day: ReviewDay) => (isCount ? day.count : day.amountMinor);
  const text = (value: number) =>
    isCount ? limits("charges", { count: value }) : formatMoney(value, request.currency);
  const date = (day: ReviewDay) => formatMoment(dayOfDate(day.date) * DAY_MS, "day", "UTC", locale);
  const peak = days.reduce((a, b) => (valueOf(b) > valueOf(a) ? b : a), days[0]!);
  const measure = t(`measure.${isCount ? "count" : request.window}`);
  const summary =
    valueOf(peak) === 0
      ? t("summaryNone", { refusals })
      : now === null || now === 0
        ? t("summaryNoLimit", { when, measure, peak: text(valueOf(peak)), date: date(peak) })
        : t("summary", {
            ...{ when, measure, refusals, peak: text(valueOf(peak)), date: date(peak) },
            percent: Math.floor((valueOf(peak) / now) * 100),
          });
  const reading = (day: ReviewDay) =>
    day.refused > 0
      ? t("readingRefused", { date: date(day), value: text(valueOf(day)), count: day.refused })
      : t("reading", { date: date(day), value: text(valueOf(day)) });
  const max = Math.max(now ?? 0, next ?? 0, ...days.map(valueOf));
  const line = (value: number) => days.map(() => value);
  return (
    <Figure
      title={t("title")}
      summary={summary}
      tableLabel={t("asTable")}
      chart={
        <ColumnChart
          summary={`${t("title")}. ${summary}`}
          hint={t("hint")}
          columns={days.map((day, index) => ({
            key: day.date,
            value: valueOf(day),
            reading: reading(day),
            tone: now !== null && valueOf(day) >= now ? "warn" : "used",
            marked: day.refused > 0,
            axisLabel:
              index === 0 || index === days.length - 1 || index % 30 === 29 ? date(day) : undefined,
          }))}
          lines={[
            ...(now === null
              ? []
              : [
                  {
                    key: "now",
                    label: t(when === "now" ? "current" : "former"),
                    values: line(now),
                  },
                ]),
            ...(next === null
              ? []
              : [
                  {
                    key: "next",
                    label: t(request.approved ? "approved" : "requested"),
                    values: line(next),
                    dashed: true,
                  },
                ]),
          ]}
          ticks={niceTicks(max).map((value) => ({
            value,
            text: isCount ? String(value) : short(value),
          }))}
        />
      }
      table={
        <PlainTable
          caption={t("title")}
          columns={[
            { key: "date", label: t("day") },
            { key: "value", label: t("value"), numeric: true },
            { key: "refused", label: t("refused"), numeric: true },
          ]}
          rows={days.toReversed().map((day) => ({
            key: day.date,
            cells: { date: date(day), value: text(valueOf(day)), refused: day.refused },
          }))}
        />
      }
    />
  );
}

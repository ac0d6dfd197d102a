"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ColumnChart } from "@/components/ui/column-chart";
import { Figure } from "@/components/ui/figure";
import { niceTicks } from "@/components/ui/nice-ticks";
import { PlainTable } from "@/components/ui/plain-table";
import { AGE_STEPS_H } from "@/lib/domain/desk/desk";

/** Older than a day is late by the usual deadline, so those columns are told apart. */
const LATE_FROM_H = 24;

/** How long the requests in the queue have been waiting. */
export function QueueAge({ counts }: { counts: readonly number[] }) {
  const t = useTranslations("desk.age");
  const format = useFormatter();
  const steps = counts.map((count, index) => {
    const from = AGE_STEPS_H[index - 1] ?? 0;
    const to = AGE_STEPS_H[index];
    return {
      count,
      from,
      label: to === undefined ? t("over", { hours: from }) : t("step", { from, to }),
    };
  });
  const total = counts.reduce((sum, count) => sum + count, 0);
  const late = steps.reduce((sum, { from, count }) => sum + (from >= LATE_FROM_H ? count : 0), 0);
  const summary = t("summary", { total, late, hours: LATE_FROM_H });
  return (
    <Figure
      title={t("title")}
      summary={summary}
      tableLabel={t("asTable")}
      chart={
        <ColumnChart
          summary={`${t("title")}. ${summary}`}
          hint={t("hint")}
          columns={steps.map(({ label, count, from }) => ({
            key: label,
            value: count,
            reading: t("reading", { age: label, count }),
            axisLabel: label,
            tone: from >= LATE_FROM_H ? "warn" : "used",
          }))}
          lines={[]}
          ticks={niceTicks(Math.max(1, ...counts)).map((value) => ({
            value,
            text: format.number(value),
          }))}
        />
      }
      table={
        <PlainTable
          whole
          caption={t("title")}
          columns={[
            { key: "age", label: t("column.age") },
            { key: "count", label: t("column.count"), numeric: true },
          ]}
          rows={steps.map(({ label, count }) => ({
            key: label,
            cells: { age: label, count: format.number(count) },
          }))}
        />
      }
    />
  );
}

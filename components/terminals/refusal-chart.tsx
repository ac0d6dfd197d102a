"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ColumnChart } from "@/components/ui/column-chart";
import { niceTicks } from "@/components/ui/nice-ticks";

type RefusalChartProps = { refusals: readonly { responseCode: string; count: number }[] };

/** How often each code was shown; the table below it says what the codes mean. */
export function RefusalChart({ refusals }: RefusalChartProps) {
  const t = useTranslations("terminals.refusal.chart");
  const format = useFormatter();
  const total = refusals.reduce((sum, { count }) => sum + count, 0);
  const most = refusals.reduce((a, b) => (b.count > a.count ? b : a), refusals[0]!);
  const share = Math.round((most.count / total) * 100);
  const summary = t("summary", { total, share, code: most.responseCode });
  return (
    <figure>
      <figcaption className="text-muted">{summary}</figcaption>
      <ColumnChart
        summary={summary}
        hint={t("hint")}
        columns={refusals.map(({ responseCode: code, count }) => ({
          key: code,
          value: count,
          reading: t("reading", { code, count }),
          axisLabel: code,
        }))}
        lines={[]}
        ticks={niceTicks(most.count).map((value) => ({ value, text: format.number(value) }))}
      />
    </figure>
  );
}

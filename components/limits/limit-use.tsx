import { useTranslations } from "next-intl";
import { Bar } from "@/components/ui/bar";
import { Amount } from "@/components/money/amount";
import type { LimitRow } from "@/lib/domain/limits/limit-row";
import { type MeasureView, wholePercent } from "@/lib/domain/limits/limit-view";

type LimitUseProps = { row: LimitRow; measure: MeasureView; title: string };

/** How much of a limit is used, as a bar with its percent and what that is. */
export function LimitUse({ row, measure, title }: LimitUseProps) {
  const t = useTranslations("limits");
  const taken = measure.used + measure.reserved;
  const percent = wholePercent(taken, measure.max);
  return (
    <span className="inline-block w-40">
      <span className="flex items-center gap-2">
        <Bar
          label={title}
          valueText={t("percentUsed", { percent })}
          used={measure.used}
          reserved={measure.reserved}
          max={measure.max}
          warnAt={row.warnPercent / 100}
          className="h-2.5"
        />
        <span className="w-10 shrink-0 text-right text-meta tabular-nums">{percent} %</span>
      </span>
      <span className="block text-left text-meta text-muted max-md:text-right">
        {measure === row.amount ? (
          <Amount amountMinor={taken} currency={row.currency} />
        ) : (
          t("charges", { count: taken })
        )}
      </span>
    </span>
  );
}

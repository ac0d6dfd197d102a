import { useTranslations } from "next-intl";
import { Bar } from "@/components/ui/bar";
import { fullestOf } from "@/lib/domain/limits/fullest-of";
import { type LimitView, wholePercent } from "@/lib/domain/limits/limit-view";

/** The fullest of the day's limits as a small bar with its percent; a terminal out of use needs none. */
export function DayUse({ limits, inUse }: { limits: readonly LimitView[]; inUse: boolean }) {
  const t = useTranslations("limits");
  const fullest = fullestOf(limits);
  if (!fullest) return <span className="text-muted">{inUse ? t("unlimited") : "–"}</span>;
  const percent = wholePercent(fullest.used + fullest.reserved, fullest.max);
  return (
    <span className="inline-flex w-40 items-center gap-2">
      <Bar
        label={t("dayUse")}
        valueText={t("percentUsed", { percent })}
        used={fullest.used}
        reserved={fullest.reserved}
        max={fullest.max}
        warnAt={fullest.warnPercent / 100}
        className="h-2.5"
      />
      <span className="w-10 shrink-0 text-right text-meta tabular-nums">{percent} %</span>
    </span>
  );
}

import { useTranslations } from "next-intl";
import { useDateLocale } from "@/components/time/use-date-locale";
import { Timeline } from "@/components/ui/timeline";
import type { SwitchPeriod } from "@/lib/domain/merchants";
import { formatMoment } from "@/lib/i18n/format-moment";

type SwitchHistoryProps = { periods: readonly SwitchPeriod[]; timeZone: string };

/** What a switch was and why, the newest period first. */
export function SwitchHistory({ periods, timeZone }: SwitchHistoryProps) {
  const t = useTranslations("papers");
  const locale = useDateLocale();
  if (periods.length === 0) return <p className="text-meta text-muted">{t("historyEmpty")}</p>;
  const moment = (at: number) => formatMoment(at, "full", timeZone, locale);
  return (
    <Timeline
      entries={periods.map(({ enabled, reason, since, until }) => {
        const period = { from: moment(since), until: until === null ? "now" : moment(until) };
        return {
          key: String(since),
          tone: enabled ? "pass" : "block",
          title: [t(`state.${enabled ? "on" : "off"}`), reason].filter(Boolean).join(" · "),
          meta: `${t("historyPeriod", period)} · ${t("byAcquirer")}`,
        };
      })}
    />
  );
}

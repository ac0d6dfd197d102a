import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { Moment } from "@/components/time/moment";
import type { PlannedMaintenance } from "@/lib/domain/desk/desk";
import type { Instant } from "@/lib/domain/instant";

type DeskMaintenanceProps = {
  windows: readonly PlannedMaintenance[];
  now: Instant;
  timeZone: string;
};

/** Maintenance that runs now or is announced. */
export function DeskMaintenance({ windows, now, timeZone }: DeskMaintenanceProps) {
  const t = useTranslations("desk.maintenance");
  const isChinese = useLocale() === "zh-CN";
  return (
    <Section title={t("title")} aside={<TextLink href="/maintenance">{t("all")}</TextLink>}>
      {windows.length === 0 ? (
        <p className="text-muted">{t("none")}</p>
      ) : (
        <ul className="divide-y">
          {windows.map((window) => {
            const isRunning = window.startsAt <= now;
            return (
              <li key={window.maintenanceWindowId} className="py-2 first:pt-0 last:pb-0">
                <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                  <span className="font-medium">
                    {isChinese ? window.title.zh : window.title.en}
                  </span>
                  <Status tone={window.kind === "outage" ? "block" : "warn"}>
                    {t(window.kind)}
                  </Status>
                </div>
                <p className="text-meta text-muted">
                  {isRunning ? t("running") : t("coming")} ·{" "}
                  <Moment at={window.startsAt} timeZone={timeZone} style="short" /> –{" "}
                  <Moment at={window.endsAt} timeZone={timeZone} style="short" />
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}

import { CalendarClock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { MaintenanceKind } from "@/components/maintenance/maintenance-kind";
import {
  type MaintenanceActions,
  StopMaintenance,
} from "@/components/maintenance/stop-maintenance";
import { Moment } from "@/components/time/moment";
import { RelativeTime } from "@/components/time/relative-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import type { Instant } from "@/lib/domain/instant";
import { maintenancePhase, type MaintenanceWindow } from "@/lib/domain/maintenance";

type MaintenanceCalendarProps = {
  windows: readonly MaintenanceWindow[];
  now: Instant;
  timeZone: string;
  /** Null for those who only read. */
  actions: MaintenanceActions | null;
};

/** What runs now, what is to come and what was. */
export function MaintenanceCalendar(props: MaintenanceCalendarProps) {
  const { windows, now } = props;
  const t = useTranslations("maintenance");
  if (windows.length === 0) {
    return (
      <EmptyState icon={CalendarClock} title={t("none")}>
        {t("noneHint")}
      </EmptyState>
    );
  }
  const inPhase = (...phases: string[]) =>
    windows.filter((window) => phases.includes(maintenancePhase(window, now)));
  const running = inPhase("running");
  const parts = [
    { key: "running", rows: running },
    { key: "coming", rows: inPhase("coming") },
    { key: "past", rows: inPhase("over", "cancelled") },
  ] as const;
  const isOut = running.some(({ kind }) => kind === "outage");
  return (
    <div className="space-y-6">
      {running.length > 0 && (
        <Notice tone={isOut ? "block" : "warn"}>{t(isOut ? "outageNow" : "degradedNow")}</Notice>
      )}
      {parts.map(({ key, rows }) => (
        <Section key={key} title={t(key)} surface="plain">
          {rows.length === 0 ? (
            <p className="text-muted">{t(`no.${key}`)}</p>
          ) : (
            <WindowTable {...props} caption={t(key)} windows={rows} />
          )}
        </Section>
      ))}
    </div>
  );
}

function WindowTable(props: MaintenanceCalendarProps & { caption: string }) {
  const { caption, windows, now, timeZone, actions } = props;
  const t = useTranslations("maintenance");
  const isChinese = useLocale() === "zh-CN";
  return (
    <Table caption={caption} className="md:table-fixed">
      <TableHead>
        <HeaderCell className="md:w-[32%]">{t("column.work")}</HeaderCell>
        <HeaderCell>{t("column.effect")}</HeaderCell>
        <HeaderCell>{t("column.from")}</HeaderCell>
        <HeaderCell>{t("column.until")}</HeaderCell>
        <HeaderCell>{t("column.by")}</HeaderCell>
        <HeaderCell>
          <span className="sr-only">{t("column.act")}</span>
        </HeaderCell>
      </TableHead>
      <TableBody>
        {windows.map((window) => {
          const phase = maintenancePhase(window, now);
          const [told, other] = isChinese
            ? [window.titleZh, window.titleEn]
            : [window.titleEn, window.titleZh];
          return (
            <Row key={window.maintenanceWindowId}>
              <Cell primary>
                <span>
                  {told}
                  <span
                    lang={isChinese ? "en" : "zh-CN"}
                    className="block text-meta font-normal text-muted"
                  >
                    {other}
                  </span>
                </span>
              </Cell>
              <Cell label={t("column.effect")}>
                {phase === "cancelled" ? t("cancelled") : <MaintenanceKind kind={window.kind} />}
              </Cell>
              <Cell label={t("column.from")} className="md:whitespace-nowrap">
                <span>
                  <Moment at={window.startsAt} timeZone={timeZone} />
                  {phase === "coming" && (
                    <span className="block text-meta text-muted">
                      <RelativeTime at={window.startsAt} now={now} timeZone={timeZone} />
                    </span>
                  )}
                </span>
              </Cell>
              <Cell label={t("column.until")} className="md:whitespace-nowrap">
                <Moment at={window.endsAt} timeZone={timeZone} />
              </Cell>
              <Cell label={t("column.by")}>{window.announcedBy ?? "–"}</Cell>
              <Cell className="md:text-right">
                {actions && (phase === "running" || phase === "coming") && (
                  <StopMaintenance
                    window={window}
                    title={told}
                    isRunning={phase === "running"}
                    actions={actions}
                  />
                )}
              </Cell>
            </Row>
          );
        })}
      </TableBody>
    </Table>
  );
}

import { useTranslations } from "next-intl";
import { ComplianceStatus } from "@/components/compliance/compliance-status";
import { RequirementList } from "@/components/compliance/requirement-list";
import { LimitUseChart } from "@/components/limits/limit-use-chart";
import { LimitLines } from "@/components/merchants/limit-lines";
import {
  ChangeTerminalStatus,
  type SetTerminalStatusAction,
} from "@/components/terminals/change-terminal-status";
import { HeadroomLine } from "@/components/terminals/headroom-line";
import { OpenHolds } from "@/components/terminals/open-holds";
import { RefusalChart } from "@/components/terminals/refusal-chart";
import { RefusalTable } from "@/components/terminals/refusal-table";
import { StatusReason } from "@/components/terminals/status-reason";
import type { TerminalDetailViewProps } from "@/components/terminals/terminal-detail-view";
import { TerminalSettings } from "@/components/terminals/terminal-settings";
import { TerminalStatus } from "@/components/terminals/terminal-status";
import { RelativeTime } from "@/components/time/relative-time";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";

const STACK = "flex min-w-0 flex-col gap-4";

type Terminal = Parameters<typeof ChangeTerminalStatus>[0]["terminal"];

type TerminalForStaffProps = Omit<
  TerminalDetailViewProps,
  "merchantId" | "requests" | "mayRequest" | "release"
> & {
  merchantName: string;
  terminal: Terminal;
  /** Null for whoever may look only. */
  setStatus: SetTerminalStatusAction | null;
  mayReadAudit: boolean;
};

/** One terminal as the acquirer's people see it: its status and the way to another one first. */
export function TerminalForStaff(props: TerminalForStaffProps) {
  const { now, frame, overview, terminal, use, refusals, holds, pending } = props;
  const t = useTranslations("terminals");
  const { merchantId } = terminal;
  const { timeZone, dueSoonDays } = frame.acquirer;
  const clock = { now, timeZone };
  const lines = { limits: overview.limits, pending, fromTemplate: [], ...clock };
  return (
    <>
      <StaffHeader {...props} />
      <StatusReason terminal={overview.terminal} timeZone={timeZone} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className={STACK}>
          <Section title={t("limits")}>
            <LimitLines {...lines} saysWhose />
          </Section>
          {holds.length > 0 && (
            <Section title={t("holds.title")}>
              <OpenHolds holds={holds} release={null} {...clock} />
            </Section>
          )}
          <Section title={t("refusal.title")}>
            {refusals.length > 1 && <RefusalChart refusals={refusals} />}
            <RefusalTable refusals={refusals} {...clock} />
          </Section>
          <Section title={t("settings")}>
            <TerminalSettings terminal={overview.terminal} merchantId={merchantId} isForStaff />
          </Section>
        </div>
        <div className={STACK}>
          {use.length > 0 && (
            <Section title={t("use")}>
              <div className="space-y-6">
                {use.map(({ limit, windows }) => (
                  <LimitUseChart key={limit.limitId} {...{ limit, windows, timeZone }} />
                ))}
              </div>
            </Section>
          )}
          <Section
            title={t("compliance")}
            aside={<ComplianceStatus status={overview.compliance} />}
          >
            <RequirementList
              requirements={props.requirements}
              dueSoonDays={dueSoonDays}
              {...clock}
            />
          </Section>
        </div>
      </div>
    </>
  );
}

function StaffHeader(props: TerminalForStaffProps) {
  const { now, frame, overview, merchantName, terminal, setStatus, mayReadAudit } = props;
  const t = useTranslations("terminals");
  const words = useTranslations("terminalStatus");
  const { terminalId, name, store, lastSeenAt } = overview.terminal;
  const { merchantId, status, version } = terminal;
  const { timeZone } = frame.acquirer;
  return (
    <PageHeader
      parent={<TextLink href={`/merchants/${merchantId}`}>{merchantName}</TextLink>}
      title={[terminalId, name].filter(Boolean).join(" · ")}
      meta={
        <>
          <TerminalStatus status={terminal.status} />
          {store && <span>{store}</span>}
          <span>
            {t("column.seen")}{" "}
            {lastSeenAt === null ? (
              t("never")
            ) : (
              <RelativeTime at={lastSeenAt} now={now} timeZone={timeZone} />
            )}
          </span>
          <span className="text-ink">
            <HeadroomLine overview={overview} />
          </span>
          {mayReadAudit && (
            <TextLink href={`/audit?merchant=${merchantId}&subject=${terminalId}`}>
              {words("history")}
            </TextLink>
          )}
        </>
      }
      actions={
        setStatus && (
          <ChangeTerminalStatus
            terminal={{ merchantId, terminalId, status, version }}
            setStatus={setStatus}
          />
        )
      }
    />
  );
}

import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { ComplianceStatus } from "@/components/compliance/compliance-status";
import { RequirementList } from "@/components/compliance/requirement-list";
import { LimitList } from "@/components/limits/limit-list";
import { LimitUseChart } from "@/components/limits/limit-use-chart";
import { RequestTable } from "@/components/limit-requests/request-table";
import { OpenHolds } from "@/components/terminals/open-holds";
import { RefusalChart } from "@/components/terminals/refusal-chart";
import { RefusalTable, type Refusal } from "@/components/terminals/refusal-table";
import type { ReleaseHoldAction } from "@/components/terminals/release-hold";
import { StatusReason } from "@/components/terminals/status-reason";
import { TerminalHeader } from "@/components/terminals/terminal-header";
import { TerminalSettings } from "@/components/terminals/terminal-settings";
import { cutOverOf } from "@/lib/domain/business-day";
import type { RequirementState } from "@/lib/domain/compliance";
import type { Instant } from "@/lib/domain/instant";
import type { PendingRequest } from "@/lib/domain/limit-requests/coming-change";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import type { LimitView } from "@/lib/domain/limits/limit-view";
import type { WindowUse } from "@/lib/domain/limits/window-use";
import type { Reservation } from "@/lib/domain/reservations/reservation";
import type { MerchantFrame, TerminalOverview } from "@/lib/domain/terminals/terminal-overview";

// On a phone both stacks dissolve into one column, in the order of what is wanted first.
const STACK = "contents lg:flex lg:min-w-0 lg:flex-col lg:gap-4";

export type TerminalDetailViewProps = {
  now: Instant;
  merchantId: string;
  frame: MerchantFrame;
  overview: TerminalOverview;
  requirements: readonly RequirementState[];
  use: readonly { limit: LimitView; windows: readonly WindowUse[] }[];
  pending: ReadonlyMap<string, PendingRequest>;
  requests: readonly LimitRequest[];
  refusals: readonly Refusal[];
  holds: readonly Reservation[];
  mayRequest: boolean;
  release: ReleaseHoldAction | null;
};

/** One terminal: limits and their use first, then what was refused, and what is registered. */
export function TerminalDetailView(props: TerminalDetailViewProps) {
  const { now, merchantId, frame, overview, use, requests, refusals, mayRequest } = props;
  const t = useTranslations("terminals");
  const { timeZone, dueSoonDays } = frame.acquirer;
  const clock = { now, timeZone };
  return (
    <>
      <TerminalHeader overview={overview} {...clock} />
      <StatusReason terminal={overview.terminal} timeZone={timeZone} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className={STACK}>
          <Section title={t("limits")}>
            <LimitList
              limits={overview.limits}
              pending={props.pending}
              mayRequest={mayRequest}
              now={now}
              cutOver={cutOverOf(frame.acquirer)}
            />
          </Section>
          {props.holds.length > 0 && (
            <Section title={t("holds.title")}>
              <OpenHolds holds={props.holds} release={props.release} {...clock} />
            </Section>
          )}
          <div id="refusals" className="scroll-mt-20 max-lg:order-2">
            <Section title={t("refusal.title")}>
              {refusals.length > 1 && <RefusalChart refusals={refusals} />}
              <RefusalTable refusals={refusals} {...clock} />
            </Section>
          </div>
          <Section title={t("settings")} className="max-lg:order-4">
            <TerminalSettings terminal={overview.terminal} merchantId={merchantId} />
          </Section>
        </div>
        <div className={STACK}>
          <Section title={t("use")} className="max-lg:order-1">
            {use.length === 0 && <p className="text-muted">{t("noUse")}</p>}
            <div className="space-y-6">
              {use.map(({ limit, windows }) => (
                <LimitUseChart
                  key={limit.limitId}
                  limit={limit}
                  windows={windows}
                  timeZone={timeZone}
                />
              ))}
            </div>
          </Section>
          <Section
            title={t("compliance")}
            aside={<ComplianceStatus status={overview.compliance} />}
            className="max-lg:order-3"
          >
            <RequirementList
              requirements={props.requirements}
              dueSoonDays={dueSoonDays}
              {...clock}
            />
          </Section>
        </div>
      </div>
      <Section
        title={t("requests")}
        surface={requests.length > 0 ? "plain" : "panel"}
        className="mt-4"
      >
        {requests.length === 0 ? (
          <p className="text-muted">{t("noRequests")}</p>
        ) : (
          <RequestTable requests={requests} caption={t("requests")} {...clock} />
        )}
      </Section>
    </>
  );
}

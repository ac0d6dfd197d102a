import { Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { BarLegend } from "@/components/limits/bar-legend";
import { LimitBars } from "@/components/limits/limit-bars";
import { TerminalHeadroom } from "@/components/home/terminal-headroom";
import { ResetTime } from "@/components/time/reset-time";
import type { Instant } from "@/lib/domain/instant";
import type { PendingRequest } from "@/lib/domain/limit-requests/coming-change";
import type { TerminalOverview } from "@/lib/domain/terminals/terminal-overview";

type TodayProps = {
  terminals: readonly TerminalOverview[];
  terminalCount: number;
  pending: ReadonlyMap<string, PendingRequest>;
  now: Instant;
  timeZone: string;
  dayEndsAt: Instant;
  mayRequest: boolean;
};

/** What is left today: limits shared by many terminals first, then each terminal. */
export function Today(props: TodayProps) {
  const { terminals, terminalCount, pending, now, timeZone, dayEndsAt, mayRequest } = props;
  const t = useTranslations("home");
  const shared = new Map(
    terminals
      .flatMap(({ limits }) => limits)
      .filter(({ scope }) => scope !== "terminal")
      .map((limit) => [limit.limitId, limit]),
  );
  const common = { pending, now, timeZone, mayRequest };
  return (
    <Section title={t("today")} aside={<ResetTime at={dayEndsAt} now={now} timeZone={timeZone} />}>
      {terminals.length === 0 ? (
        <EmptyState icon={Smartphone} title={t("noTerminals")}>
          {t("noTerminalsHint")}
        </EmptyState>
      ) : (
        <>
          {shared.size > 0 && (
            <div className="mb-4 border-b pb-4">
              <LimitBars {...common} limits={[...shared.values()]} saidReset={dayEndsAt} />
            </div>
          )}
          <ul className="divide-y">
            {terminals.map((overview) => (
              <TerminalHeadroom
                key={overview.terminal.terminalId}
                {...common}
                overview={overview}
                dayEndsAt={dayEndsAt}
              />
            ))}
          </ul>
          <div className="mt-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2 border-t pt-3">
            <BarLegend />
            {terminalCount > terminals.length && (
              <TextLink href="/terminals">
                {terminalCount > 10_000 ? t("allMany") : t("all", { count: terminalCount })}
              </TextLink>
            )}
          </div>
        </>
      )}
    </Section>
  );
}

import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { HeadroomLine } from "@/components/terminals/headroom-line";
import { TerminalStatus } from "@/components/terminals/terminal-status";
import { RelativeTime } from "@/components/time/relative-time";
import type { Instant } from "@/lib/domain/instant";
import type { TerminalOverview } from "@/lib/domain/terminals/terminal-overview";

type TerminalHeaderProps = { overview: TerminalOverview; now: Instant; timeZone: string };

/** What a cashier reads aloud on the phone: number, name, place, state, and what may be charged. */
export function TerminalHeader({ overview, now, timeZone }: TerminalHeaderProps) {
  const t = useTranslations("terminals");
  const { terminal } = overview;
  return (
    <PageHeader
      parent={<TextLink href="/terminals">{t("title")}</TextLink>}
      title={[terminal.terminalId, terminal.name].filter(Boolean).join(" · ")}
      meta={
        <>
          {terminal.store && <span>{terminal.store}</span>}
          <TerminalStatus status={terminal.status} />
          <span>
            {t("column.seen")}{" "}
            {terminal.lastSeenAt === null ? (
              t("never")
            ) : (
              <RelativeTime at={terminal.lastSeenAt} now={now} timeZone={timeZone} />
            )}
          </span>
          <span className="text-ink">
            <HeadroomLine overview={overview} />
          </span>
        </>
      }
      actions={
        <LinkButton variant="primary" href={`/check?terminal=${terminal.terminalId}`}>
          {t("tryCharge")}
        </LinkButton>
      }
    />
  );
}

import { useTranslations } from "next-intl";
import { RowLink } from "@/components/ui/row-link";
import type { SortState } from "@/components/ui/table";
import { ComplianceStatus } from "@/components/compliance/compliance-status";
import { Amount } from "@/components/money/amount";
import type { DataColumns } from "@/components/tables/data-table";
import { DayUse } from "@/components/terminals/day-use";
import { TerminalStatus } from "@/components/terminals/terminal-status";
import { RelativeTime } from "@/components/time/relative-time";
import type { Instant } from "@/lib/domain/instant";
import type { ColumnOf } from "@/lib/domain/tables/tables";
import { mostOf, type TerminalOverview } from "@/lib/domain/terminals/terminal-overview";

type Clock = { now: Instant; timeZone: string };

/** What stands in each column of the list of a merchant's terminals. */
export function useTerminalColumns(
  sortOf: (column: string) => SortState,
  clock: Clock,
): DataColumns<ColumnOf<"terminals">, TerminalOverview> {
  const t = useTranslations("terminals.column");
  const setting = useTranslations("terminals.setting");
  return {
    terminal: {
      label: t("terminal"),
      primary: true,
      sort: sortOf("terminal"),
      cell: ({ terminal }) => (
        <span>
          <RowLink href={`/terminals/${terminal.terminalId}`}>{terminal.terminalId}</RowLink>{" "}
          {terminal.name}
        </span>
      ),
    },
    store: {
      label: t("store"),
      sort: sortOf("store"),
      cell: ({ terminal }) => terminal.store,
    },
    status: {
      label: t("status"),
      cell: ({ terminal }) => <TerminalStatus status={terminal.status} />,
    },
    headroom: {
      label: t("headroom"),
      numeric: true,
      cell: (overview) => <Most overview={overview} />,
    },
    use: {
      label: t("use"),
      cell: ({ limits, terminal }) => (
        <DayUse limits={limits} inUse={terminal.status === "deployed"} />
      ),
    },
    compliance: {
      label: t("compliance"),
      cell: ({ compliance }) => <ComplianceStatus status={compliance} />,
    },
    seen: {
      label: t("seen"),
      sort: sortOf("seen"),
      cell: ({ terminal }) => <Seen at={terminal.lastSeenAt} {...clock} />,
    },
    model: { label: setting("model"), cell: ({ terminal }) => terminal.model },
    appVersion: {
      label: setting("appVersion"),
      cell: ({ terminal }) => terminal.appVersion,
    },
    serial: { label: setting("serial"), cell: ({ terminal }) => terminal.serialNumber },
  };
}

function Most({ overview }: { overview: TerminalOverview }) {
  const t = useTranslations("terminals");
  const most = mostOf(overview);
  return most === null ? t("any") : <Amount amountMinor={most} currency={overview.currency} />;
}

function Seen({ at, now, timeZone }: Clock & { at: Instant | null }) {
  const t = useTranslations("terminals");
  return at === null ? t("never") : <RelativeTime at={at} now={now} timeZone={timeZone} />;
}

import { useTranslations } from "next-intl";
import { RowLink } from "@/components/ui/row-link";
import type { SortState } from "@/components/ui/table";
import type { DataColumns } from "@/components/tables/data-table";
import { TerminalStatus } from "@/components/terminals/terminal-status";
import { RelativeTime } from "@/components/time/relative-time";
import type { Instant } from "@/lib/domain/instant";
import type { ColumnOf } from "@/lib/domain/tables/tables";
import type { RegistryEntry } from "@/lib/domain/terminals/registry-entry";

/** What stands in each column of the list of all terminals. */
export function useRegistryColumns(
  sortOf: (column: string) => SortState,
  { now, timeZone }: { now: Instant; timeZone: string },
): DataColumns<ColumnOf<"registry">, RegistryEntry> {
  const t = useTranslations("registry");
  const networks = useTranslations("enums.network");
  return {
    terminal: {
      label: t("column.terminal"),
      primary: true,
      sort: sortOf("terminal"),
      cell: ({ merchantId, terminalId, name }) => (
        <span>
          <RowLink href={`/merchants/${merchantId}/terminals/${terminalId}`}>{terminalId}</RowLink>{" "}
          {name}
        </span>
      ),
    },
    serial: { label: t("column.serial"), cell: ({ serialNumber }) => serialNumber },
    merchant: {
      label: t("column.merchant"),
      cell: ({ tradingName, merchantId }) => (
        <span>
          {tradingName}
          <span className="block text-meta text-muted tabular-nums">{merchantId}</span>
        </span>
      ),
    },
    status: { label: t("column.status"), cell: ({ status }) => <TerminalStatus status={status} /> },
    seen: {
      label: t("column.seen"),
      cell: ({ lastSeenAt }) =>
        lastSeenAt === null ? (
          t("never")
        ) : (
          <RelativeTime at={lastSeenAt} now={now} timeZone={timeZone} />
        ),
    },
    appVersion: { label: t("column.appVersion"), cell: ({ appVersion }) => appVersion },
    model: { label: t("column.model"), cell: ({ model }) => model },
    store: { label: t("column.store"), cell: ({ store }) => store },
    network: {
      label: t("column.network"),
      cell: ({ network }) => (network === null ? null : networks(network as "wifi")),
    },
  };
}

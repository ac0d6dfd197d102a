import {
  amountCell,
  type CsvColumns,
  type CsvReader,
  momentText,
} from "@/components/tables/csv-column";
import { fullestOf } from "@/lib/domain/limits/fullest-of";
import { wholePercent } from "@/lib/domain/limits/limit-view";
import type { ColumnOf } from "@/lib/domain/tables/tables";
import { mostOf, type TerminalOverview } from "@/lib/domain/terminals/terminal-overview";

/** The list of a merchant's terminals as a file. */
export function terminalCsv({
  t,
  timeZone,
}: CsvReader): CsvColumns<ColumnOf<"terminals">, TerminalOverview> {
  const use = ({ limits }: TerminalOverview) => {
    const fullest = fullestOf(limits);
    return fullest && { number: `${wholePercent(fullest.used + fullest.reserved, fullest.max)}` };
  };
  return {
    terminal: [
      {
        label: t("terminals.column.terminal"),
        cell: ({ terminal }) => ({ identifier: terminal.terminalId }),
      },
      { label: t("tables.name"), cell: ({ terminal }) => terminal.name },
    ],
    store: [{ label: t("terminals.column.store"), cell: ({ terminal }) => terminal.store }],
    status: [
      {
        label: t("terminals.column.status"),
        cell: ({ terminal }) => t(`enums.terminalStatus.${terminal.status}`),
      },
    ],
    headroom: [
      {
        label: t("terminals.column.headroom"),
        cell: (row) => amountCell(mostOf(row), row.currency),
      },
      { label: t("tables.currency"), cell: ({ currency }) => currency },
    ],
    use: [{ label: `${t("terminals.column.use")} %`, cell: use }],
    compliance: [
      {
        label: t("terminals.column.compliance"),
        cell: ({ compliance }) => t(`enums.complianceStatus.${compliance}`),
      },
    ],
    seen: [
      {
        label: t("terminals.column.seen"),
        cell: ({ terminal: { lastSeenAt } }) =>
          lastSeenAt === null ? null : momentText(lastSeenAt, timeZone),
      },
    ],
    model: [{ label: t("terminals.setting.model"), cell: ({ terminal }) => terminal.model }],
    appVersion: [
      {
        label: t("terminals.setting.appVersion"),
        cell: ({ terminal: { appVersion } }) => appVersion && { identifier: appVersion },
      },
    ],
    serial: [
      {
        label: t("terminals.setting.serial"),
        cell: ({ terminal: { serialNumber } }) => serialNumber && { identifier: serialNumber },
      },
    ],
  };
}

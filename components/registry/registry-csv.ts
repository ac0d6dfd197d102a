import { type CsvColumns, type CsvReader, momentText } from "@/components/tables/csv-column";
import type { ColumnOf } from "@/lib/domain/tables/tables";
import type { RegistryEntry } from "@/lib/domain/terminals/registry-entry";

const identifierOf = (text: string | null) => text && { identifier: text };

/** The list of all terminals as a file. */
export function registryCsv({
  t,
  timeZone,
}: CsvReader): CsvColumns<ColumnOf<"registry">, RegistryEntry> {
  const label = (column: ColumnOf<"registry">) => t(`registry.column.${column}`);
  return {
    terminal: [
      { label: label("terminal"), cell: (row) => identifierOf(row.terminalId) },
      { label: t("tables.name"), cell: (row) => row.name },
    ],
    serial: [{ label: label("serial"), cell: (row) => identifierOf(row.serialNumber) }],
    merchant: [
      { label: label("merchant"), cell: (row) => row.tradingName },
      { label: t("merchants.column.mid"), cell: (row) => identifierOf(row.merchantId) },
    ],
    status: [{ label: label("status"), cell: (row) => t(`enums.terminalStatus.${row.status}`) }],
    seen: [
      {
        label: label("seen"),
        cell: ({ lastSeenAt }) => (lastSeenAt === null ? null : momentText(lastSeenAt, timeZone)),
      },
    ],
    appVersion: [{ label: label("appVersion"), cell: (row) => identifierOf(row.appVersion) }],
    model: [{ label: label("model"), cell: (row) => row.model }],
    store: [{ label: label("store"), cell: (row) => row.store }],
    network: [
      {
        label: label("network"),
        cell: ({ network }) => network && t(`enums.network.${network as "wifi"}`),
      },
    ],
  };
}

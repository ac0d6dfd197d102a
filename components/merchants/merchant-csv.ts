import type { ListedMerchant } from "@/components/merchants/use-merchant-columns";
import { type CsvColumns, type CsvReader, momentText } from "@/components/tables/csv-column";
import type { ColumnOf } from "@/lib/domain/tables/tables";

/** The list of merchants as a file. */
export function merchantCsv({
  t,
  timeZone,
}: CsvReader): CsvColumns<ColumnOf<"merchants">, ListedMerchant> {
  return {
    merchant: [{ label: t("merchants.column.merchant"), cell: (row) => row.tradingName }],
    mid: [{ label: t("merchants.column.mid"), cell: (row) => ({ identifier: row.merchantId }) }],
    tier: [{ label: t("merchants.column.tier"), cell: (row) => t(`merchants.tier.${row.tier}`) }],
    status: [
      { label: t("merchants.column.status"), cell: (row) => t(`merchants.status.${row.status}`) },
    ],
    terminals: [
      { label: t("merchants.column.terminals"), cell: (row) => ({ number: `${row.terminals}` }) },
    ],
    requests: [
      { label: t("merchants.column.requests"), cell: (row) => ({ number: `${row.openRequests}` }) },
    ],
    legalName: [{ label: t("merchants.column.legalName"), cell: (row) => row.legalName }],
    mcc: [{ label: t("merchants.column.mcc"), cell: (row) => ({ identifier: row.mcc }) }],
    risk: [
      {
        label: t("merchants.column.risk"),
        cell: (row) => t(`queue.risk.${row.riskRating ?? "none"}`),
      },
    ],
    since: [
      { label: t("merchants.column.since"), cell: (row) => momentText(row.statusSince, timeZone) },
    ],
  };
}

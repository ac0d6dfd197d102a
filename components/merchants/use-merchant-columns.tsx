import { useTranslations } from "next-intl";
import { RowLink } from "@/components/ui/row-link";
import type { SortState } from "@/components/ui/table";
import { RiskRating } from "@/components/limit-requests/risk-rating";
import { MerchantStatusBadge } from "@/components/merchants/merchant-status";
import type { DataColumns } from "@/components/tables/data-table";
import { Moment } from "@/components/time/moment";
import type { Merchant } from "@/lib/domain/merchants";
import type { ColumnOf } from "@/lib/domain/tables/tables";

export type ListedMerchant = Merchant & { terminals: number; openRequests: number };

/** What stands in each column of the list of merchants. */
export function useMerchantColumns(
  sortOf: (column: string) => SortState,
  timeZone: string,
): DataColumns<ColumnOf<"merchants">, ListedMerchant> {
  const t = useTranslations("merchants.column");
  const tiers = useTranslations("merchants.tier");
  return {
    merchant: {
      label: t("merchant"),
      primary: true,
      sort: sortOf("merchant"),
      cell: ({ merchantId, tradingName }) => (
        <RowLink href={`/merchants/${merchantId}`}>{tradingName}</RowLink>
      ),
    },
    mid: {
      label: t("mid"),
      sort: sortOf("mid"),
      className: "tabular-nums",
      cell: ({ merchantId }) => merchantId,
    },
    tier: { label: t("tier"), cell: ({ tier }) => tiers(tier) },
    status: { label: t("status"), cell: ({ status }) => <MerchantStatusBadge status={status} /> },
    terminals: { label: t("terminals"), numeric: true, cell: ({ terminals }) => terminals },
    requests: {
      label: t("requests"),
      numeric: true,
      cell: ({ openRequests }) => openRequests || null,
    },
    legalName: { label: t("legalName"), cell: ({ legalName }) => legalName },
    mcc: { label: t("mcc"), className: "tabular-nums", cell: ({ mcc }) => mcc },
    risk: { label: t("risk"), cell: ({ riskRating }) => <RiskRating rating={riskRating} /> },
    since: {
      label: t("since"),
      className: "md:whitespace-nowrap",
      cell: ({ statusSince }) => <Moment at={statusSince} timeZone={timeZone} style="date" />,
    },
  };
}

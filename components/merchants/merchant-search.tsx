import { Building2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { SelectableTable } from "@/components/bulk-edits/selectable-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { ChoiceField, SearchField } from "@/components/tables/filter-fields";
import {
  type ListedMerchant,
  useMerchantColumns,
} from "@/components/merchants/use-merchant-columns";
import { labelsOf } from "@/components/tables/labels-of";
import type { TableActions } from "@/components/tables/table-actions";
import { sortBy, TablePages } from "@/components/tables/table-pages";
import { columnsToShow, TableToolbar } from "@/components/tables/table-toolbar";
import { type MerchantListParams, MERCHANTS_SORTED } from "@/lib/contracts/merchant-list";
import { colsText, sortQuery } from "@/lib/contracts/table-params";
import { MERCHANT_STATUSES, MERCHANT_TIERS } from "@/lib/domain/merchants";
import type { Span } from "@/lib/domain/page";
import type { TableSetup } from "@/lib/domain/tables/tables";

type MerchantSearchProps = {
  params: MerchantListParams;
  start: number;
  page: Span<ListedMerchant> & { total: number; timeZone: string };
  setup: TableSetup;
  actions: TableActions;
  /** Whether several merchants may be changed together. */
  mayEdit: boolean;
};

/** Merchants by MID, name, TID or serial number. */
export function MerchantSearch(props: MerchantSearchProps) {
  const { params, start, page, setup, actions, mayEdit } = props;
  const t = useTranslations("merchants");
  const { q, status, tier, cols } = params;
  const query = { q, status, tier, ...sortQuery(params, MERCHANTS_SORTED) };
  const whole = { ...query, cols: colsText(cols) };
  const columns = useMerchantColumns(sortBy("/merchants", whole, params), page.timeZone);
  return (
    <>
      <TableToolbar
        table="merchants"
        labels={labelsOf(columns)}
        {...{ cols, query, setup, actions }}
      >
        <MerchantFilters params={params} />
      </TableToolbar>
      {page.rows.length === 0 ? (
        <EmptyState icon={Building2} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <SelectableTable
          list="merchants"
          filter={{ q, status, tier }}
          found={page.total}
          mayEdit={mayEdit}
          nameOf={({ tradingName }) => tradingName}
          caption={t("title")}
          columns={columns}
          shown={columnsToShow("merchants", cols, setup)}
          density={setup.density}
          rows={page.rows}
          keyOf={({ merchantId }) => merchantId}
        />
      )}
      <TablePages
        path="/merchants"
        query={whole}
        label={t("pages")}
        start={start}
        page={{ ...page, shown: page.rows.length, count: page.total }}
      />
    </>
  );
}

function MerchantFilters({ params }: { params: MerchantListParams }) {
  const t = useTranslations("merchants");
  const tiers = useTranslations("merchants.tier");
  const statuses = useTranslations("merchants.status");
  const isFiltered = Boolean(params.q || params.status || params.tier);
  return (
    <FilterBar
      action="/merchants"
      label={t("filter")}
      applyLabel={t("search")}
      clear={isFiltered ? { href: "/merchants", label: t("clear") } : null}
      keep={{ ...sortQuery(params, MERCHANTS_SORTED), cols: colsText(params.cols) }}
    >
      <SearchField label={t("searchFor")} value={params.q} className="grow basis-64 sm:max-w-96" />
      <ChoiceField
        label={t("column.status")}
        name="status"
        value={params.status}
        values={MERCHANT_STATUSES}
        words={statuses}
        any={t("any")}
        className="basis-36"
      />
      <ChoiceField
        label={t("column.tier")}
        name="tier"
        value={params.tier}
        values={MERCHANT_TIERS}
        words={tiers}
        any={t("any")}
        className="basis-36"
      />
    </FilterBar>
  );
}

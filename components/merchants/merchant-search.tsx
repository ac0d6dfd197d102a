import { Building2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { SelectRows } from "@/components/bulk-edits/select-rows";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { withQuery } from "@/components/ui/with-query";
import {
  type ListedMerchant,
  useMerchantColumns,
} from "@/components/merchants/use-merchant-columns";
import { DataTable } from "@/components/tables/data-table";
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
  const bulk = useTranslations("bulkEdits");
  const { q, status, tier, cols } = params;
  const query = { q, status, tier, ...sortQuery(params, MERCHANTS_SORTED) };
  const whole = { ...query, cols: colsText(cols) };
  const columns = useMerchantColumns(sortBy("/merchants", whole, params), page.timeZone);
  const pageIds = page.rows.map(({ merchantId }) => merchantId);
  const table = (
    <DataTable
      caption={t("title")}
      columns={columns}
      shown={columnsToShow("merchants", cols, setup)}
      density={setup.density}
      rows={page.rows}
      keyOf={({ merchantId }) => merchantId}
      select={
        mayEdit
          ? {
              page: bulk("selectPage", { count: pageIds.length }),
              row: ({ tradingName }) => bulk("selectRow", { name: tradingName }),
            }
          : undefined
      }
    />
  );
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
      ) : mayEdit ? (
        <SelectRows
          list="merchants"
          query={withQuery("", { q, status, tier }).slice(1)}
          {...{ pageIds, found: page.total }}
        >
          {table}
        </SelectRows>
      ) : (
        table
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
  const options = <V extends string>(values: readonly V[], words: (value: V) => string) =>
    values.map((value) => ({ value, label: words(value) }));
  return (
    <FilterBar
      action="/merchants"
      label={t("filter")}
      applyLabel={t("search")}
      clear={isFiltered ? { href: "/merchants", label: t("clear") } : null}
      keep={{ ...sortQuery(params, MERCHANTS_SORTED), cols: colsText(params.cols) }}
    >
      <Field label={t("searchFor")} className="grow basis-64 sm:max-w-96">
        {(control) => (
          <Input {...control} type="search" name="q" defaultValue={params.q} autoComplete="off" />
        )}
      </Field>
      <Field label={t("column.status")} className="basis-36">
        {(control) => (
          <Select
            {...control}
            name="status"
            defaultValue={params.status ?? ""}
            emptyLabel={t("any")}
            options={options(MERCHANT_STATUSES, statuses)}
          />
        )}
      </Field>
      <Field label={t("column.tier")} className="basis-36">
        {(control) => (
          <Select
            {...control}
            name="tier"
            defaultValue={params.tier ?? ""}
            emptyLabel={t("any")}
            options={options(MERCHANT_TIERS, tiers)}
          />
        )}
      </Field>
    </FilterBar>
  );
}

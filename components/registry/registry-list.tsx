import { SmartphoneNfc } from "lucide-react";
import { useTranslations } from "next-intl";
import { SelectRows } from "@/components/bulk-edits/select-rows";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { withQuery } from "@/components/ui/with-query";
import { useRegistryColumns } from "@/components/registry/use-registry-columns";
import { DataTable } from "@/components/tables/data-table";
import { labelsOf } from "@/components/tables/labels-of";
import type { TableActions } from "@/components/tables/table-actions";
import { sortBy, TablePages } from "@/components/tables/table-pages";
import { columnsToShow, TableToolbar } from "@/components/tables/table-toolbar";
import { REGISTRY_SORTED, type RegistryListParams } from "@/lib/contracts/registry-list";
import { colsText, sortQuery } from "@/lib/contracts/table-params";
import { TERMINAL_STATUSES } from "@/lib/contracts/terminal-list";
import { terminalRowId } from "@/lib/domain/bulk-edits/bulk-edit";
import type { Instant } from "@/lib/domain/instant";
import type { Span } from "@/lib/domain/page";
import type { TableSetup } from "@/lib/domain/tables/tables";
import type { RegistryEntry } from "@/lib/domain/terminals/registry-entry";

type RegistryListProps = {
  params: RegistryListParams;
  start: number;
  page: Span<RegistryEntry> & { total: number; timeZone: string; now: Instant };
  setup: TableSetup;
  actions: TableActions;
  /** Whether the limits of several terminals may be changed together. */
  mayEdit: boolean;
};

/** Every terminal of every merchant, by TID, serial number or merchant. */
export function RegistryList(props: RegistryListProps) {
  const { params, start, page, setup, actions, mayEdit } = props;
  const t = useTranslations("registry");
  const bulk = useTranslations("bulkEdits");
  const { q, status, cols } = params;
  const query = { q, status, ...sortQuery(params, REGISTRY_SORTED) };
  const whole = { ...query, cols: colsText(cols) };
  const columns = useRegistryColumns(sortBy("/registry", whole, params), page);
  const pageIds = page.rows.map(terminalRowId);
  const table = (
    <DataTable
      caption={t("title")}
      columns={columns}
      shown={columnsToShow("registry", cols, setup)}
      density={setup.density}
      rows={page.rows}
      keyOf={terminalRowId}
      select={
        mayEdit
          ? {
              page: bulk("selectPage", { count: pageIds.length }),
              row: ({ terminalId }) => bulk("selectRow", { name: terminalId }),
            }
          : undefined
      }
    />
  );
  return (
    <>
      <TableToolbar
        table="registry"
        labels={labelsOf(columns)}
        {...{ cols, query, setup, actions }}
      >
        <RegistryFilters params={params} />
      </TableToolbar>
      {page.rows.length === 0 ? (
        <EmptyState icon={SmartphoneNfc} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : mayEdit ? (
        <SelectRows
          list="registry"
          query={withQuery("", { q, status }).slice(1)}
          {...{ pageIds, found: page.total }}
        >
          {table}
        </SelectRows>
      ) : (
        table
      )}
      <TablePages
        path="/registry"
        query={whole}
        label={t("pages")}
        start={start}
        page={{ ...page, shown: page.rows.length, count: page.total }}
      />
    </>
  );
}

function RegistryFilters({ params }: { params: RegistryListParams }) {
  const t = useTranslations("registry");
  const statuses = useTranslations("enums.terminalStatus");
  return (
    <FilterBar
      action="/registry"
      label={t("filter")}
      applyLabel={t("search")}
      clear={params.q || params.status ? { href: "/registry", label: t("clear") } : null}
      keep={{ ...sortQuery(params, REGISTRY_SORTED), cols: colsText(params.cols) }}
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
            options={TERMINAL_STATUSES.map((value) => ({ value, label: statuses(value) }))}
          />
        )}
      </Field>
    </FilterBar>
  );
}

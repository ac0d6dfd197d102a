import { SmartphoneNfc } from "lucide-react";
import { useTranslations } from "next-intl";
import { SelectableTable } from "@/components/bulk-edits/selectable-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { ChoiceField, SearchField } from "@/components/tables/filter-fields";
import { useRegistryColumns } from "@/components/registry/use-registry-columns";
import { labelsOf } from "@/components/tables/labels-of";
import type { TableActions } from "@/components/tables/table-actions";
import { sortBy, TablePages } from "@/components/tables/table-pages";
import { columnsToShow, TableToolbar } from "@/components/tables/table-toolbar";
import { REGISTRY_SORTED, type RegistryListParams } from "@/lib/contracts/registry-list";
import { colsText, sortQuery } from "@/lib/contracts/table-params";
import { terminalRowId } from "@/lib/domain/bulk-edits/bulk-edit";
import type { Instant } from "@/lib/domain/instant";
import type { Span } from "@/lib/domain/page";
import type { TableSetup } from "@/lib/domain/tables/tables";
import type { RegistryEntry } from "@/lib/domain/terminals/registry-entry";
import { TERMINAL_STATUSES } from "@/lib/domain/terminals/terminal-status";

type RegistryListProps = {
  params: RegistryListParams;
  start: number;
  page: Span<RegistryEntry> & { total: number; timeZone: string; now: Instant };
  setup: TableSetup;
  actions: TableActions;
  /** Whether limits and status of several terminals may be changed together. */
  mayEdit: boolean;
};

/** Every terminal of every merchant, by TID, serial number or merchant. */
export function RegistryList(props: RegistryListProps) {
  const { params, start, page, setup, actions, mayEdit } = props;
  const t = useTranslations("registry");
  const { q, status, cols } = params;
  const query = { q, status, ...sortQuery(params, REGISTRY_SORTED) };
  const whole = { ...query, cols: colsText(cols) };
  const columns = useRegistryColumns(sortBy("/registry", whole, params), page);
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
      ) : (
        <SelectableTable
          list="registry"
          filter={{ q, status }}
          found={page.total}
          mayEdit={mayEdit}
          nameOf={({ terminalId }) => terminalId}
          caption={t("title")}
          columns={columns}
          shown={columnsToShow("registry", cols, setup)}
          density={setup.density}
          rows={page.rows}
          keyOf={terminalRowId}
        />
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
      <SearchField label={t("searchFor")} value={params.q} className="grow basis-64 sm:max-w-96" />
      <ChoiceField
        label={t("column.status")}
        name="status"
        value={params.status}
        values={TERMINAL_STATUSES}
        words={(value) => statuses(value)}
        any={t("any")}
        className="basis-36"
      />
    </FilterBar>
  );
}

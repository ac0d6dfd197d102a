import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { ChoiceField, SearchField } from "@/components/tables/filter-fields";
import { Select } from "@/components/ui/select";
import { colsText, sortQuery } from "@/lib/contracts/table-params";
import { type TerminalListParams, TERMINALS_SORTED } from "@/lib/contracts/terminal-list";
import { TERMINAL_STATUSES } from "@/lib/domain/terminals/terminal-status";

type TerminalFiltersProps = { params: TerminalListParams; stores: readonly string[] };

export function TerminalFilters({ params, stores }: TerminalFiltersProps) {
  const t = useTranslations("terminals");
  const statuses = useTranslations("enums.terminalStatus");
  const isFiltered = Boolean(params.q || params.status || params.store);
  return (
    <FilterBar
      action="/terminals"
      label={t("filter")}
      applyLabel={t("applyFilter")}
      clear={isFiltered ? { href: "/terminals", label: t("clearFilter") } : null}
      keep={{ ...sortQuery(params, TERMINALS_SORTED), cols: colsText(params.cols) }}
    >
      <SearchField label={t("search")} value={params.q} />
      <ChoiceField
        label={t("column.status")}
        name="status"
        value={params.status}
        values={TERMINAL_STATUSES}
        words={(value) => statuses(value)}
        any={t("all")}
      />
      {stores.length > 0 && (
        <Field label={t("column.store")} className="basis-40">
          {(control) => (
            <Select
              {...control}
              name="store"
              defaultValue={params.store}
              emptyLabel={t("all")}
              options={stores.map((value) => ({ value, label: value }))}
            />
          )}
        </Field>
      )}
    </FilterBar>
  );
}

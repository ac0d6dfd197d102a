import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { colsText, sortQuery } from "@/lib/contracts/table-params";
import {
  TERMINAL_STATUSES,
  type TerminalListParams,
  TERMINALS_SORTED,
} from "@/lib/contracts/terminal-list";

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
      <Field label={t("search")} className="grow basis-40 sm:max-w-64">
        {(control) => (
          <Input {...control} type="search" name="q" defaultValue={params.q} autoComplete="off" />
        )}
      </Field>
      <Field label={t("column.status")} className="basis-32">
        {(control) => (
          <Select
            {...control}
            name="status"
            defaultValue={params.status ?? ""}
            emptyLabel={t("all")}
            options={TERMINAL_STATUSES.map((value) => ({ value, label: statuses(value) }))}
          />
        )}
      </Field>
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

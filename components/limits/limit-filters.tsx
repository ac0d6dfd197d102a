import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type LimitListParams, LIMITS_SORTED } from "@/lib/contracts/limit-list";
import { colsText, sortQuery } from "@/lib/contracts/table-params";
import { LIMIT_SCOPES, WINDOWS } from "@/lib/domain/limits/limit";

export function LimitFilters({ params }: { params: LimitListParams }) {
  const t = useTranslations("limitTable");
  const enums = useTranslations("enums");
  const isFiltered = Boolean(params.q || params.scope || params.window);
  return (
    <FilterBar
      action="/limits"
      label={t("filter")}
      applyLabel={t("apply")}
      clear={isFiltered ? { href: "/limits", label: t("clear") } : null}
      keep={{ ...sortQuery(params, LIMITS_SORTED), cols: colsText(params.cols) }}
    >
      <Field label={t("search")} className="grow basis-40 sm:max-w-64">
        {(control) => (
          <Input {...control} type="search" name="q" defaultValue={params.q} autoComplete="off" />
        )}
      </Field>
      <Field label={t("column.window")} className="basis-32">
        {(control) => (
          <Select
            {...control}
            name="window"
            defaultValue={params.window ?? ""}
            emptyLabel={t("any")}
            options={WINDOWS.map((value) => ({ value, label: enums(`window.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t("scope")} className="basis-32">
        {(control) => (
          <Select
            {...control}
            name="scope"
            defaultValue={params.scope ?? ""}
            emptyLabel={t("any")}
            options={LIMIT_SCOPES.map((value) => ({ value, label: enums(`scope.${value}`) }))}
          />
        )}
      </Field>
    </FilterBar>
  );
}

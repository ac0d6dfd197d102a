import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type LimitRequestListParams, REQUESTS_SORTED } from "@/lib/contracts/limit-request-list";
import { colsText, sortQuery } from "@/lib/contracts/table-params";
import { SHOWN_STATES } from "@/lib/domain/limit-requests/request-state";
import { WINDOWS } from "@/lib/domain/limits/limit";

export function RequestFilters({ params }: { params: LimitRequestListParams }) {
  const t = useTranslations("limitRequests");
  const enums = useTranslations("enums");
  const isFiltered = Boolean(params.q || params.state || params.window);
  return (
    <FilterBar
      action="/limit-requests"
      label={t("filter.label")}
      applyLabel={t("filter.apply")}
      clear={isFiltered ? { href: "/limit-requests", label: t("filter.clear") } : null}
      keep={{ ...sortQuery(params, REQUESTS_SORTED), cols: colsText(params.cols) }}
    >
      <Field label={t("filter.search")} className="grow basis-40 sm:max-w-64">
        {(control) => (
          <Input {...control} type="search" name="q" defaultValue={params.q} autoComplete="off" />
        )}
      </Field>
      <Field label={t("column.state")} className="basis-36">
        {(control) => (
          <Select
            {...control}
            name="state"
            defaultValue={params.state ?? ""}
            emptyLabel={t("filter.any")}
            options={SHOWN_STATES.map((value) => ({
              value,
              label: enums(`requestState.${value}`),
            }))}
          />
        )}
      </Field>
      <Field label={t("filter.window")} className="basis-32">
        {(control) => (
          <Select
            {...control}
            name="window"
            defaultValue={params.window ?? ""}
            emptyLabel={t("filter.any")}
            options={WINDOWS.map((value) => ({ value, label: enums(`window.${value}`) }))}
          />
        )}
      </Field>
    </FilterBar>
  );
}

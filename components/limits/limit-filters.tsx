import { useTranslations } from "next-intl";
import { FilterBar } from "@/components/ui/filter-bar";
import { ChoiceField, SearchField } from "@/components/tables/filter-fields";
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
      <SearchField label={t("search")} value={params.q} />
      <ChoiceField
        label={t("column.window")}
        name="window"
        value={params.window}
        values={WINDOWS}
        words={(value) => enums(`window.${value}`)}
        any={t("any")}
      />
      <ChoiceField
        label={t("scope")}
        name="scope"
        value={params.scope}
        values={LIMIT_SCOPES}
        words={(value) => enums(`scope.${value}`)}
        any={t("any")}
      />
    </FilterBar>
  );
}

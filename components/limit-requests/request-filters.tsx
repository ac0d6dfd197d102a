import { useTranslations } from "next-intl";
import { FilterBar } from "@/components/ui/filter-bar";
import { ChoiceField, SearchField } from "@/components/tables/filter-fields";
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
      <SearchField label={t("filter.search")} value={params.q} />
      <ChoiceField
        label={t("column.state")}
        name="state"
        value={params.state}
        values={SHOWN_STATES}
        words={(value) => enums(`requestState.${value}`)}
        any={t("filter.any")}
        className="basis-36"
      />
      <ChoiceField
        label={t("filter.window")}
        name="window"
        value={params.window}
        values={WINDOWS}
        words={(value) => enums(`window.${value}`)}
        any={t("filter.any")}
      />
    </FilterBar>
  );
}

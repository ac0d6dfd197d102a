import { SearchX, TrendingUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { RequestFilters } from "@/components/limit-requests/request-filters";
import { useRequestColumns } from "@/components/limit-requests/use-request-columns";
import { DataTable } from "@/components/tables/data-table";
import { labelsOf } from "@/components/tables/labels-of";
import type { TableActions } from "@/components/tables/table-actions";
import { sortBy, TablePages } from "@/components/tables/table-pages";
import { columnsToShow, TableToolbar } from "@/components/tables/table-toolbar";
import { type LimitRequestListParams, REQUESTS_SORTED } from "@/lib/contracts/limit-request-list";
import { colsText, sortQuery } from "@/lib/contracts/table-params";
import type { Instant } from "@/lib/domain/instant";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import type { Span } from "@/lib/domain/page";
import type { TableSetup } from "@/lib/domain/tables/tables";

type RequestListProps = {
  params: LimitRequestListParams;
  start: number;
  page: Span<LimitRequest> & { count: number; now: Instant; timeZone: string };
  mayRequest: boolean;
  setup: TableSetup;
  actions: TableActions;
  merchantId: string;
};

/** A merchant's requests: filter, order, columns and page, all in the address. */
export function RequestList(props: RequestListProps) {
  const { params, start, page, mayRequest, setup, actions, merchantId } = props;
  const t = useTranslations("limitRequests");
  const { q, state, window, cols } = params;
  const query = { q, state, window, ...sortQuery(params, REQUESTS_SORTED) };
  const whole = { ...query, cols: colsText(cols) };
  const columns = useRequestColumns(page, sortBy("/limit-requests", whole, params));
  const isFiltered = Boolean(q || state || window);
  if (page.count === 0 && !isFiltered) return <NoRequests mayRequest={mayRequest} />;
  return (
    <>
      <TableToolbar
        table="limit_requests"
        labels={labelsOf(columns)}
        {...{ cols, query, setup, actions, merchantId }}
      >
        <RequestFilters params={params} />
      </TableToolbar>
      {page.rows.length === 0 ? (
        <EmptyState icon={SearchX} title={t("filter.none")}>
          {t("filter.noneHint")}
        </EmptyState>
      ) : (
        <DataTable
          caption={t("title")}
          columns={columns}
          shown={columnsToShow("limit_requests", cols, setup)}
          density={setup.density}
          rows={page.rows}
          keyOf={({ limitRequestId }) => limitRequestId}
        />
      )}
      <TablePages
        path="/limit-requests"
        query={whole}
        label={t("pages")}
        start={start}
        page={{ ...page, shown: page.rows.length }}
      />
    </>
  );
}

function NoRequests({ mayRequest }: { mayRequest: boolean }) {
  const t = useTranslations("limitRequests");
  return (
    <EmptyState
      icon={TrendingUp}
      title={t("none")}
      action={mayRequest && <LinkButton href="/limit-requests/new">{t("new")}</LinkButton>}
    >
      {mayRequest ? t("noneHint") : t("noneHintStaff")}
    </EmptyState>
  );
}

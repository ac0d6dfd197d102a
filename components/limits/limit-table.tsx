import { Gauge, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { SelectableTable } from "@/components/bulk-edits/selectable-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LimitFilters } from "@/components/limits/limit-filters";
import { type LimitTableClock, useLimitColumns } from "@/components/limits/use-limit-columns";
import { useLimitWords } from "@/components/limits/use-limit-words";
import { labelsOf } from "@/components/tables/labels-of";
import type { TableActions } from "@/components/tables/table-actions";
import { sortBy, TablePages } from "@/components/tables/table-pages";
import { Moment } from "@/components/time/moment";
import { columnsToShow, TableToolbar } from "@/components/tables/table-toolbar";
import { type LimitListParams, LIMITS_SORTED } from "@/lib/contracts/limit-list";
import { colsText, sortQuery } from "@/lib/contracts/table-params";
import type { Instant } from "@/lib/domain/instant";
import type { LimitRow } from "@/lib/domain/limits/limit-row";
import type { Span } from "@/lib/domain/page";
import type { TableSetup } from "@/lib/domain/tables/tables";

type LimitTableProps = {
  params: LimitListParams;
  start: number;
  page: Span<LimitRow> & LimitTableClock & { count: number; orderedAt: Instant | null };
  mayRequest: boolean;
  setup: TableSetup;
  actions: TableActions;
  merchantId: string;
};

/** Every limit of a merchant, whatever its scope, to be compared. */
export function LimitTable(props: LimitTableProps) {
  const { params, start, page, mayRequest, setup, actions, merchantId } = props;
  const t = useTranslations("limitTable");
  const words = useLimitWords();
  const { q, scope, window, cols } = params;
  const query = { q, scope, window, ...sortQuery(params, LIMITS_SORTED) };
  const whole = { ...query, cols: colsText(cols) };
  const columns = useLimitColumns(sortBy("/limits", whole, params), page, mayRequest);
  const isFiltered = Boolean(q || scope || window);
  return (
    <>
      <TableToolbar
        table="limits"
        labels={labelsOf(columns)}
        {...{ cols, query, setup, actions, merchantId }}
      >
        <LimitFilters params={params} />
      </TableToolbar>
      {page.rows.length === 0 ? (
        <EmptyState
          icon={isFiltered ? SearchX : Gauge}
          title={t(isFiltered ? "noneFound" : "none")}
        >
          {t(isFiltered ? "noneFoundHint" : "noneHint")}
        </EmptyState>
      ) : (
        <SelectableTable
          list="limits"
          filter={{ q, scope, window }}
          found={page.count}
          mayEdit={mayRequest}
          merchantId={merchantId}
          nameOf={words.line}
          caption={t("title")}
          columns={columns}
          shown={columnsToShow("limits", cols, setup)}
          density={setup.density}
          rows={page.rows}
          keyOf={({ limitId }) => limitId}
        />
      )}
      {page.orderedAt !== null && (
        <p className="mt-2 text-meta text-muted">
          {t.rich("orderedAt", {
            at: () => <Moment at={page.orderedAt!} timeZone={page.cutOver.timeZone} />,
          })}
        </p>
      )}
      <TablePages
        path="/limits"
        query={whole}
        label={t("pages")}
        start={start}
        page={{ ...page, shown: page.rows.length }}
      />
    </>
  );
}

import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { DataTable } from "@/components/tables/data-table";
import type { TableActions } from "@/components/tables/table-actions";
import { labelsOf } from "@/components/tables/labels-of";
import { sortBy, TablePages } from "@/components/tables/table-pages";
import { columnsToShow, TableToolbar } from "@/components/tables/table-toolbar";
import { TerminalFilters } from "@/components/terminals/terminal-filters";
import { useTerminalColumns } from "@/components/terminals/use-terminal-columns";
import { colsText, sortQuery } from "@/lib/contracts/table-params";
import { type TerminalListParams, TERMINALS_SORTED } from "@/lib/contracts/terminal-list";
import type { Instant } from "@/lib/domain/instant";
import type { RowPlace } from "@/lib/domain/page";
import type { TableSetup } from "@/lib/domain/tables/tables";
import type { TerminalOverview } from "@/lib/domain/terminals/terminal-overview";

type TerminalListProps = {
  params: TerminalListParams;
  start: number;
  page: {
    now: Instant;
    timeZone: string;
    terminals: readonly TerminalOverview[];
    previous: RowPlace | null;
    next: RowPlace | null;
    count: number;
    stores: readonly string[];
  };
  setup: TableSetup;
  actions: TableActions;
  merchantId: string;
};

/** Filter, sort, columns and page, all in the address. */
export function TerminalList(props: TerminalListProps) {
  const { params, start, page, setup, actions, merchantId } = props;
  const t = useTranslations("terminals");
  const { q, status, store, cols } = params;
  const query = { q, status, store, ...sortQuery(params, TERMINALS_SORTED) };
  const whole = { ...query, cols: colsText(cols) };
  const columns = useTerminalColumns(sortBy("/terminals", whole, params), page);
  return (
    <>
      <TableToolbar
        table="terminals"
        labels={labelsOf(columns)}
        {...{ cols, query, setup, actions, merchantId }}
      >
        <TerminalFilters params={params} stores={page.stores} />
      </TableToolbar>
      {page.terminals.length === 0 ? (
        <EmptyState icon={SearchX} title={t("noneFound")}>
          {t("noneFoundHint")}
        </EmptyState>
      ) : (
        <DataTable
          caption={t("title")}
          columns={columns}
          shown={columnsToShow("terminals", cols, setup)}
          density={setup.density}
          rows={page.terminals}
          keyOf={({ terminal }) => terminal.terminalId}
        />
      )}
      <TablePages
        path="/terminals"
        query={whole}
        label={t("pages")}
        start={start}
        page={{ ...page, shown: page.terminals.length }}
      />
    </>
  );
}

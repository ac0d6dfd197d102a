import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { withQuery } from "@/components/ui/with-query";
import { ColumnMenu } from "@/components/tables/column-menu";
import { SaveView } from "@/components/tables/save-view";
import type { TableActions } from "@/components/tables/table-actions";
import { ViewChips } from "@/components/tables/view-chips";
import { colsText } from "@/lib/contracts/table-params";
import {
  type ColumnOf,
  shownColumns,
  type TableName,
  TABLES,
  type TableSetup,
} from "@/lib/domain/tables/tables";

/** What an address says of a table besides its columns and page. */
export type TableQuery = Readonly<Record<string, string | null | undefined>>;

type TableToolbarProps<Name extends TableName> = {
  table: Name;
  labels: Readonly<Record<ColumnOf<Name>, string>>;
  /** The columns the address asks for, if any; they stand over the person's own choice. */
  cols: readonly string[];
  query: TableQuery;
  setup: TableSetup;
  actions: TableActions;
  /** Whose rows these are, on a merchant's pages: the file is to be theirs too. */
  merchantId?: string;
  /** The filters, which stand beside it. */
  children?: ReactNode;
};

/** The columns to show: as the address says, else as the person wants them. */
export const columnsToShow = <Name extends TableName>(
  table: Name,
  cols: readonly string[],
  setup: TableSetup,
): ColumnOf<Name>[] => shownColumns(table, cols.length > 0 ? cols : setup.columns);

/** A person's views as chips; under them the filters, and beside those: keep this view, columns, the file. */
export function TableToolbar<Name extends TableName>(props: TableToolbarProps<Name>) {
  const { table, labels, cols, query, setup, actions, merchantId, children } = props;
  const t = useTranslations("tables");
  const { path, lead } = TABLES[table];
  const shown: readonly string[] = columnsToShow(table, cols, setup);
  const said = withQuery("", query, { cols: colsText(cols) }).slice(1);
  const kept = withQuery("", query, { cols: colsText(shown) }).slice(1);
  return (
    <div className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-3 print-hidden">
      <ViewChips {...{ table, path, said, kept, views: setup.views, actions }} />
      <div className="min-w-0 flex-auto [&>form]:mb-0">{children}</div>
      <div className="flex flex-wrap items-center gap-2 md:ml-auto">
        <SaveView
          {...{ table, path, query: kept, saveView: actions.saveView }}
          names={setup.views.map(({ name }) => name)}
        />
        <ColumnMenu
          {...{ table, shown, density: setup.density, setLayout: actions.setLayout }}
          clearHref={cols.length > 0 ? withQuery(path, query) : null}
          columns={TABLES[table].columns.map((name) => ({
            name,
            label: (labels as Record<string, string>)[name] ?? name,
            fixed: name === lead,
          }))}
        />
        <a
          href={withQuery(`/csv/${table}`, query, { cols: colsText(shown), merchant: merchantId })}
          download
          className={buttonClass("secondary", "medium")}
        >
          <Download aria-hidden className="size-4" />
          {t("csv")}
        </a>
      </div>
    </div>
  );
}

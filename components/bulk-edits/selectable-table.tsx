import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { SelectRows } from "@/components/bulk-edits/select-rows";
import { DataTable } from "@/components/tables/data-table";
import { withQuery } from "@/components/ui/with-query";
import type { SelectableList } from "@/lib/domain/tables/selectable";

type SelectableTableProps<Column extends string, RowData> = ComponentProps<
  typeof DataTable<Column, RowData>
> & {
  list: SelectableList;
  /** What the list is narrowed to. */
  filter: Readonly<Record<string, string | null>>;
  found: number;
  /** Whether the reader may do something with several rows together. */
  mayEdit: boolean;
  /** Whose rows they are, where the list is one merchant's. */
  merchantId?: string;
  nameOf: (row: RowData) => string;
};

/** A table whose rows can be selected by those who may do something with several. */
export function SelectableTable<Column extends string, RowData>(
  props: SelectableTableProps<Column, RowData>,
) {
  const { list, filter, found, mayEdit, merchantId, nameOf, ...table } = props;
  const t = useTranslations("bulkEdits");
  if (!mayEdit) return <DataTable {...table} />;
  const pageIds = table.rows.map(table.keyOf);
  return (
    <SelectRows query={withQuery("", filter).slice(1)} {...{ list, pageIds, found, merchantId }}>
      <DataTable
        {...table}
        select={{
          page: t("selectPage", { count: pageIds.length }),
          row: (row) => t("selectRow", { name: nameOf(row) }),
        }}
      />
    </SelectRows>
  );
}

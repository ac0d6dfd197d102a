import type { ComponentProps, ReactNode } from "react";
import { SelectPage, SelectRow } from "@/components/tables/select-boxes";
import { classNames } from "@/components/ui/class-names";
import { KeyboardRows } from "@/components/ui/keyboard-rows";
import {
  Cell,
  HeaderCell,
  Row,
  type SortState,
  Table,
  TableBody,
  TableHead,
} from "@/components/ui/table";
import type { Density } from "@/lib/domain/tables/tables";

/** A column of a table: its name, and what stands in the cell of a row. */
export type DataColumn<RowData> = {
  label: string;
  /** Null where there is nothing to say: a dash, and on a phone no line at all. */
  cell: (row: RowData) => ReactNode;
  numeric?: boolean;
  /** What names the row; it leads the block on a phone. */
  primary?: boolean;
  /** Too long to stand beside the column's name on a phone. */
  prose?: boolean;
  sort?: SortState;
  className?: string;
};
export type DataColumns<Column extends string, RowData> = Record<Column, DataColumn<RowData>>;

type DataTableProps<Column extends string, RowData> = {
  caption: string;
  columns: DataColumns<Column, RowData>;
  shown: readonly Column[];
  density: Density;
  rows: readonly RowData[];
  keyOf: (row: RowData) => string;
  /** Rows can be selected: what the box of the page says, and that of a row. */
  select?: { page: string; row: (row: RowData) => string };
};

const SELECTED = "has-[[data-select-row]:checked]:bg-accent-soft";

/** The rows of a page in the columns a person chose; every row opens by keyboard. */
export function DataTable<Column extends string, RowData>(props: DataTableProps<Column, RowData>) {
  const { caption, columns, shown, density, rows, keyOf, select } = props;
  const parts = shown.map((name) => ({ name, ...columns[name] }));
  return (
    <KeyboardRows>
      <Table caption={caption} density={density}>
        <TableHead>
          {select && (
            <HeaderCell className="w-8 max-md:hidden md:pr-0">
              <SelectPage label={select.page} />
            </HeaderCell>
          )}
          {parts.map(({ name, label, numeric, sort }) => (
            <HeaderCell key={name} numeric={numeric} sort={sort}>
              {label}
            </HeaderCell>
          ))}
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <Row key={keyOf(row)} className={select && SELECTED}>
              {select && (
                <Cell className="max-md:absolute max-md:top-0 max-md:right-0 max-md:z-1 md:pr-0">
                  <SelectRow id={keyOf(row)} label={select.row(row)} />
                </Cell>
              )}
              {parts.map(({ name, label, numeric, primary, prose, className, cell }) => (
                <DataCell
                  key={name}
                  label={primary ? undefined : label}
                  {...{ numeric, primary, prose }}
                  className={classNames(className, select && primary && "max-md:pr-10")}
                >
                  {cell(row)}
                </DataCell>
              ))}
            </Row>
          ))}
        </TableBody>
      </Table>
    </KeyboardRows>
  );
}

function DataCell({ children, className, ...rest }: ComponentProps<typeof Cell>) {
  const isEmpty = children === null;
  return (
    <Cell {...rest} className={classNames(className, isEmpty && "max-md:hidden")}>
      {isEmpty ? "–" : children}
    </Cell>
  );
}

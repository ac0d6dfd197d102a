import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type PlainColumn = {
  key: string;
  label: string;
  numeric?: boolean;
  /** Left out on a phone, where another column says it. */
  wideOnly?: boolean;
};
export type PlainRow = { key: string; cells: Readonly<Record<string, ReactNode>> };

type PlainTableProps = {
  caption: string;
  columns: readonly PlainColumn[];
  rows: readonly PlainRow[];
  /** Shows every row at once. */
  whole?: boolean;
};

/** Figures inside a section, in a box that scrolls when they are many, unless all are wanted at once. */
export function PlainTable({ caption, columns, rows, whole }: PlainTableProps) {
  return (
    <div
      role="group"
      aria-label={caption}
      // A box that scrolls must be reachable by keyboard.
      tabIndex={0}
      className={classNames("overflow-auto", !whole && "max-h-80")}
    >
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classNames(
                  "sticky top-0 border-b bg-surface py-1 pr-4 text-meta font-medium text-muted",
                  "whitespace-nowrap last:pr-0",
                  column.numeric ? "text-right" : "text-left",
                  column.wideOnly && "max-md:hidden",
                )}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={classNames(
                    "border-b py-1 pr-4 last:pr-0",
                    column.numeric && "text-right whitespace-nowrap",
                    column.wideOnly && "max-md:hidden",
                  )}
                >
                  {row.cells[column.key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

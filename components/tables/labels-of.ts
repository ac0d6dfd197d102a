import type { DataColumn } from "@/components/tables/data-table";

/** The name of each column. */
export const labelsOf = <Column extends string>(
  columns: Readonly<Record<Column, Pick<DataColumn<never>, "label">>>,
): Record<Column, string> =>
  Object.fromEntries(
    Object.entries<Pick<DataColumn<never>, "label">>(columns).map(([name, { label }]) => [
      name,
      label,
    ]),
  ) as Record<Column, string>;

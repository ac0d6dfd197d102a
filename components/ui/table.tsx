import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type TableProps = {
  caption: string;
  /** How close the rows stand. */
  density?: "comfortable" | "compact";
  className?: string;
  children: ReactNode;
};

/**
 * A table with a sticky header; on a phone each row becomes a block with its column names.
 * Roles are spelled out because `display` would otherwise take them away.
 */
export function Table({ caption, density, className, children }: TableProps) {
  return (
    <div
      data-density={density}
      className="rounded-panel border bg-surface md:max-lg:overflow-x-auto"
    >
      <table
        role="table"
        className={classNames("w-full border-separate border-spacing-0 max-md:block", className)}
      >
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead role="rowgroup" className="max-md:sr-only">
      <tr role="row">{children}</tr>
    </thead>
  );
}

export type SortState = { href: string; direction: "ascending" | "descending" | null };

type HeaderCellProps = {
  children: ReactNode;
  numeric?: boolean;
  sort?: SortState;
  className?: string;
};

const SORT_ICON = { ascending: ArrowUp, descending: ArrowDown };

export function HeaderCell({ children, numeric, sort, className }: HeaderCellProps) {
  const Icon = sort?.direction ? SORT_ICON[sort.direction] : ArrowUpDown;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sort?.direction ?? undefined}
      className={classNames(
        "sticky top-14 z-10 border-b bg-surface px-3 py-2 text-meta font-medium text-muted",
        "in-data-[density=compact]:px-2 in-data-[density=compact]:py-1",
        "whitespace-nowrap",
        "first:rounded-tl-panel last:rounded-tr-panel",
        numeric ? "text-right" : "text-left",
        className,
      )}
    >
      {sort ? (
        <Link
          href={sort.href}
          scroll={false}
          className="inline-flex items-center gap-1 rounded-control hover:text-ink"
        >
          {children}
          <Icon aria-hidden className={classNames("size-3", !sort.direction && "opacity-50")} />
        </Link>
      ) : (
        children
      )}
    </th>
  );
}

export function TableBody({ children }: { children: ReactNode }) {
  return (
    <tbody role="rowgroup" className="max-md:block max-md:divide-y">
      {children}
    </tbody>
  );
}

type RowProps = { id?: string; selected?: boolean; children: ReactNode; className?: string };

export function Row({ id, selected, children, className }: RowProps) {
  return (
    <tr
      role="row"
      id={id}
      data-row=""
      aria-selected={selected}
      className={classNames(
        "hover:bg-sunken/60 focus-within:bg-accent-soft aria-selected:bg-accent-soft",
        "max-md:relative max-md:flex max-md:flex-col max-md:px-3 max-md:py-2",
        className,
      )}
    >
      {children}
    </tr>
  );
}

type CellProps = {
  /** The column's name, shown beside the value on a phone. */
  label?: string;
  numeric?: boolean;
  /** What names the row; it leads the block on a phone. */
  primary?: boolean;
  /** Whole sentences, which stand under the column's name on a phone. */
  prose?: boolean;
  children: ReactNode;
  className?: string;
};

export function Cell({ label, numeric, primary, prose, children, className }: CellProps) {
  const Tag = primary ? "th" : "td";
  return (
    <Tag
      role={primary ? "rowheader" : "cell"}
      scope={primary ? "row" : undefined}
      data-label={label}
      data-numeric={numeric || undefined}
      className={classNames(
        "px-3 py-2 align-top font-normal md:border-b md:in-[tr:last-child]:border-b-0",
        "md:in-data-[density=compact]:px-2 md:in-data-[density=compact]:py-0.5",
        numeric ? "text-right md:whitespace-nowrap" : "text-left",
        "max-md:px-0 max-md:py-0.5 max-md:wrap-anywhere",
        primary
          ? "max-md:order-first max-md:font-medium"
          : !prose && "max-md:flex max-md:justify-between max-md:gap-4",
        label && (prose ? "max-md:before:block" : "max-md:text-right max-md:before:shrink-0"),
        label &&
          "max-md:before:font-sans max-md:before:text-data max-md:before:text-muted max-md:before:content-[attr(data-label)]",
        className,
      )}
    >
      {children}
    </Tag>
  );
}

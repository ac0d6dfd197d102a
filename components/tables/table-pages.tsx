import { useTranslations } from "next-intl";
import { pageRange } from "@/components/ui/page-range";
import { Pagination } from "@/components/ui/pagination";
import type { SortState } from "@/components/ui/table";
import { withQuery } from "@/components/ui/with-query";
import type { TableQuery } from "@/components/tables/table-toolbar";
import { writeCursor } from "@/lib/contracts/list-cursor";
import { ROWS_PER_PAGE } from "@/lib/contracts/table-params";

/** The first or last row of a page: what it is sorted by and its id. */
export type RowPlace = { value: string; id: string };

type TablePagesProps = {
  path: string;
  /** The address but its page. */
  query: TableQuery;
  label: string;
  start: number;
  page: { shown: number; count: number; previous: RowPlace | null; next: RowPlace | null };
  perPage?: number;
};

const MOST_COUNTED = 10_000;

/** "1-25 of 1,204", and the pages before and after it. */
export function TablePages({ path, query, label, start, page, perPage }: TablePagesProps) {
  const list = useTranslations("shell.list");
  const hrefOf = (name: "after" | "before", place: RowPlace | null, at: number) =>
    place && withQuery(path, query, { [name]: writeCursor({ ...place, start: Math.max(0, at) }) });
  const range = pageRange(start, page.shown, page.count);
  return (
    <Pagination
      summary={range.count > MOST_COUNTED ? list("rangeMany", range) : list("range", range)}
      previousHref={hrefOf("before", page.previous, start - (perPage ?? ROWS_PER_PAGE))}
      nextHref={hrefOf("after", page.next, start + page.shown)}
      labels={{ nav: label, previous: list("previous"), next: list("next") }}
    />
  );
}

/** What stands for more when it is more: its first press puts the most first. */
const MOST_FIRST: ReadonlySet<string> = new Set(["used"]);

/** How a heading sorts: the first press in its own direction, the next one the other way round. */
export function sortBy(
  path: string,
  query: TableQuery,
  sorted: { sort: string; dir: "asc" | "desc" },
) {
  return (column: string): SortState => {
    const isOn = sorted.sort === column;
    const [first, other] = MOST_FIRST.has(column) ? ["desc", "asc"] : ["asc", "desc"];
    const dir = isOn && sorted.dir === first ? other : first;
    const direction = sorted.dir === "asc" ? "ascending" : "descending";
    return {
      href: withQuery(path, query, { sort: column, dir }),
      direction: isOn ? direction : null,
    };
  };
}

import { useTranslations } from "next-intl";
import { pageRange } from "@/components/ui/page-range";
import { Pagination } from "@/components/ui/pagination";
import type { SortState } from "@/components/ui/table";
import { withQuery } from "@/components/ui/with-query";
import { TerminalFilters } from "@/components/terminals/terminal-filters";
import { TerminalTable } from "@/components/terminals/terminal-table";
import { writeCursor } from "@/lib/contracts/list-cursor";
import type { TerminalListParams } from "@/lib/contracts/terminal-list";
import type { Instant } from "@/lib/domain/instant";
import type { TerminalOverview } from "@/lib/domain/terminals/terminal-overview";

type Key = { value: string; terminalId: string };

type TerminalListProps = {
  params: TerminalListParams;
  start: number;
  perPage: number;
  page: {
    now: Instant;
    timeZone: string;
    terminals: readonly TerminalOverview[];
    previous: Key | null;
    next: Key | null;
    count: number;
    stores: readonly string[];
  };
};

/** Filter, sort and page, all in the address. */
export function TerminalList({ params, start, perPage, page }: TerminalListProps) {
  const t = useTranslations("terminals");
  const list = useTranslations("shell.list");
  const filters = { q: params.q, status: params.status, store: params.store };
  const sorting = { sort: params.sort, dir: params.dir };
  const hrefOf = (name: "after" | "before", key: Key | null, at: number) =>
    key &&
    withQuery("/terminals", filters, sorting, {
      [name]: writeCursor({ value: key.value, id: key.terminalId, start: Math.max(0, at) }),
    });
  const sortOf = (column: TerminalListParams["sort"]): SortState => {
    const isOn = params.sort === column;
    const next = isOn && params.dir === "asc" ? "desc" : "asc";
    const direction = params.dir === "asc" ? "ascending" : "descending";
    return {
      href: withQuery("/terminals", filters, { sort: column, dir: next }),
      direction: isOn ? direction : null,
    };
  };
  const range = pageRange(start, page.terminals.length, page.count);
  return (
    <>
      <TerminalFilters params={params} stores={page.stores} />
      <TerminalTable
        terminals={page.terminals}
        sortOf={sortOf}
        now={page.now}
        timeZone={page.timeZone}
      />
      <Pagination
        summary={page.count > 10_000 ? list("rangeMany", range) : list("range", range)}
        previousHref={hrefOf("before", page.previous, start - perPage)}
        nextHref={hrefOf("after", page.next, start + page.terminals.length)}
        labels={{ nav: t("pages"), previous: list("previous"), next: list("next") }}
      />
    </>
  );
}

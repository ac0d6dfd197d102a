import { ListChecks, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { ChoiceField, SearchField } from "@/components/tables/filter-fields";
import { LinkButton } from "@/components/ui/link-button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { pageRange } from "@/components/ui/page-range";
import { Pagination } from "@/components/ui/pagination";
import { withQuery } from "@/components/ui/with-query";
import type { ClaimAction } from "@/components/limit-requests/claim-button";
import { type QueueReader, useQueueColumns } from "@/components/limit-requests/use-queue-columns";
import { DataTable } from "@/components/tables/data-table";
import { labelsOf } from "@/components/tables/labels-of";
import type { TableActions } from "@/components/tables/table-actions";
import { columnsToShow, TableToolbar } from "@/components/tables/table-toolbar";
import {
  type QueueListParams,
  REQUESTS_PER_PAGE,
  TIERS,
  writeQueueCursor,
} from "@/lib/contracts/queue-list";
import { colsText } from "@/lib/contracts/table-params";
import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { QueueRow } from "@/lib/domain/limit-requests/queue-row";
import { QUEUE_TABS, type QueueTab } from "@/lib/domain/limit-requests/queue-tab";
import { WINDOWS } from "@/lib/domain/limits/limit";
import type { TableSetup } from "@/lib/domain/tables/tables";

type QueueProps = {
  params: QueueListParams;
  start: number;
  page: {
    rows: readonly QueueRow[];
    counts: Record<QueueTab, number>;
    hasPrevious: boolean;
    hasNext: boolean;
    now: Instant;
    cutOver: CutOver;
  };
  reader: QueueReader;
  claim: ClaimAction;
  setup: TableSetup;
  actions: TableActions;
};

const filtersOf = ({ q, tier, window }: QueueListParams) => ({ q, tier, window });
const colsOf = ({ cols }: QueueListParams) => ({ cols: colsText(cols) });
const tabOf = (tab: QueueTab) => ({ tab: tab === "all" ? null : tab });

/** The queue: views, parts with their numbers, filters, rows, pages; all of it in the address. */
export function Queue({ params, start, page, reader, claim, setup, actions }: QueueProps) {
  const t = useTranslations("queue");
  const { rows, now, cutOver } = page;
  const { cols } = params;
  const columns = useQueueColumns({ reader, now, cutOver, claim });
  const query = { ...filtersOf(params), ...tabOf(params.tab) };
  return (
    <>
      <QueueTabs params={params} counts={page.counts} />
      <TableToolbar table="queue" labels={labelsOf(columns)} {...{ cols, query, setup, actions }}>
        <QueueFilters params={params} />
      </TableToolbar>
      {rows.length === 0 ? (
        <NothingHere params={params} />
      ) : (
        <>
          <DataTable
            caption={t("title")}
            columns={columns}
            shown={columnsToShow("queue", cols, setup)}
            density={setup.density}
            rows={rows}
            keyOf={({ limitRequestId }) => limitRequestId}
          />
          <QueuePages params={params} start={start} page={page} />
          <p className="mt-2 text-meta text-muted max-md:hidden">{t("keys")}</p>
        </>
      )}
    </>
  );
}

function QueueTabs({
  params,
  counts,
}: Pick<QueueProps, "params"> & Pick<QueueProps["page"], "counts">) {
  const t = useTranslations("queue");
  return (
    <div className="mb-3">
      <LinkTabs
        label={t("tabs")}
        tabs={QUEUE_TABS.map((tab) => ({
          href: withQuery("/queue", filtersOf(params), tabOf(tab), colsOf(params)),
          label: t(`tab.${tab}`),
          count: counts[tab],
          current: params.tab === tab,
        }))}
      />
    </div>
  );
}

function QueueFilters({ params }: Pick<QueueProps, "params">) {
  const t = useTranslations("queue");
  const enums = useTranslations("enums");
  const isFiltered = Boolean(params.q || params.tier || params.window);
  return (
    <FilterBar
      action="/queue"
      label={t("filter")}
      applyLabel={t("apply")}
      clear={
        isFiltered ? { href: withQuery("/queue", tabOf(params.tab)), label: t("clear") } : null
      }
      keep={{ ...tabOf(params.tab), ...colsOf(params) }}
    >
      <SearchField label={t("search")} value={params.q} />
      <ChoiceField
        label={t("tier")}
        name="tier"
        value={params.tier}
        values={TIERS}
        words={(value) => enums(`tier.${value}`)}
        any={t("any")}
      />
      <ChoiceField
        label={t("window")}
        name="window"
        value={params.window}
        values={WINDOWS}
        words={(value) => enums(`window.${value}`)}
        any={t("any")}
      />
    </FilterBar>
  );
}

function NothingHere({ params }: Pick<QueueProps, "params">) {
  const t = useTranslations("queue");
  if (params.q || params.tier || params.window) {
    const clear = withQuery("/queue", tabOf(params.tab));
    return (
      <EmptyState
        icon={SearchX}
        title={t("noMatch")}
        action={<LinkButton href={clear}>{t("clear")}</LinkButton>}
      >
        {t("noMatchHint")}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={ListChecks} title={t(`empty.${params.tab}`)}>
      {params.tab === "all" && t("emptyHint")}
    </EmptyState>
  );
}

function QueuePages({ params, start, page }: Pick<QueueProps, "params" | "start" | "page">) {
  const t = useTranslations("queue");
  const list = useTranslations("shell.list");
  const { rows, counts, hasPrevious, hasNext } = page;
  const [first, last] = [rows[0], rows.at(-1)];
  const keep = { ...filtersOf(params), ...tabOf(params.tab), ...colsOf(params) };
  const range = pageRange(start, rows.length, counts[params.tab]);
  return (
    <Pagination
      summary={range.count > 10_000 ? list("rangeMany", range) : list("range", range)}
      previousHref={
        hasPrevious && first
          ? withQuery("/queue", keep, {
              before: writeQueueCursor(first, start - REQUESTS_PER_PAGE),
            })
          : null
      }
      nextHref={
        hasNext && last
          ? withQuery("/queue", keep, { after: writeQueueCursor(last, start + rows.length) })
          : null
      }
      labels={{ nav: t("pages"), previous: list("previous"), next: list("next") }}
    />
  );
}

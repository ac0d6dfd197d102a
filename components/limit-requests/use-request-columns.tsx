import { useTranslations } from "next-intl";
import { RowLink } from "@/components/ui/row-link";
import type { SortState } from "@/components/ui/table";
import { RequestState } from "@/components/limit-requests/request-state";
import { ValueChange } from "@/components/limit-requests/value-change";
import { useLimitWords } from "@/components/limits/use-limit-words";
import type { DataColumns } from "@/components/tables/data-table";
import { Moment } from "@/components/time/moment";
import { RelativeTime } from "@/components/time/relative-time";
import type { Instant } from "@/lib/domain/instant";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import { isUndecided } from "@/lib/domain/limit-requests/request-state";
import type { ColumnOf } from "@/lib/domain/tables/tables";

/** What stands in each column of the list of a merchant's requests. */
export function useRequestColumns(
  { now, timeZone }: { now: Instant; timeZone: string },
  sortOf?: (column: string) => SortState,
): DataColumns<ColumnOf<"limit_requests">, LimitRequest> {
  const t = useTranslations("limitRequests");
  const words = useLimitWords();
  return {
    limit: {
      label: t("column.limit"),
      primary: true,
      cell: (request) => (
        <RowLink href={`/limit-requests/${request.limitRequestId}`}>{words.line(request)}</RowLink>
      ),
    },
    change: {
      label: t("column.change"),
      cell: ({ asked, current, approved, requested, currency }) => (
        <ValueChange before={current} after={approved ?? requested} {...{ asked, currency }} />
      ),
    },
    state: { label: t("column.state"), cell: ({ state }) => <RequestState state={state} /> },
    asked: {
      label: t("column.asked"),
      sort: sortOf?.("asked"),
      cell: ({ submittedAt, maker }) => (
        <span>
          <Moment at={submittedAt} timeZone={timeZone} style="short" />
          <span className="block text-meta text-muted">{maker.name}</span>
        </span>
      ),
    },
    due: {
      label: t("column.due"),
      cell: ({ state, dueAt }) =>
        isUndecided(state) ? <RelativeTime at={dueAt} now={now} timeZone={timeZone} /> : null,
    },
    why: { label: t("fact.why"), cell: ({ justification }) => justification },
    number: {
      label: t("fact.number"),
      className: "text-meta max-md:break-all",
      cell: ({ limitRequestId }) => limitRequestId,
    },
  };
}

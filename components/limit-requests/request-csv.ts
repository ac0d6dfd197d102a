import { changeText } from "@/components/limit-requests/bound-text";
import { limitWords } from "@/components/limits/limit-words";
import { type CsvColumns, type CsvReader, momentText } from "@/components/tables/csv-column";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import { isUndecided } from "@/lib/domain/limit-requests/request-state";
import type { ColumnOf } from "@/lib/domain/tables/tables";

/** The list of a merchant's requests as a file. */
export function requestCsv({
  t,
  timeZone,
}: CsvReader): CsvColumns<ColumnOf<"limit_requests">, LimitRequest> {
  const words = limitWords(t);
  return {
    limit: [{ label: t("limitRequests.column.limit"), cell: words.line }],
    change: [
      {
        label: t("limitRequests.column.change"),
        cell: (row) => changeText(t, row, [row.current, row.approved ?? row.requested]),
      },
    ],
    state: [
      {
        label: t("limitRequests.column.state"),
        cell: ({ state }) => t(`enums.requestState.${state}`),
      },
    ],
    asked: [
      {
        label: t("limitRequests.column.asked"),
        cell: ({ submittedAt }) => momentText(submittedAt, timeZone),
      },
      { label: t("limitRequests.fact.by"), cell: ({ maker }) => maker.name },
    ],
    due: [
      {
        label: t("limitRequests.column.due"),
        cell: ({ state, dueAt }) => (isUndecided(state) ? momentText(dueAt, timeZone) : null),
      },
    ],
    why: [{ label: t("limitRequests.fact.why"), cell: ({ justification }) => justification }],
    number: [
      {
        label: t("limitRequests.fact.number"),
        cell: ({ limitRequestId }) => ({ identifier: limitRequestId }),
      },
    ],
  };
}

import { changeText } from "@/components/limit-requests/bound-text";
import { queueRemarks } from "@/components/limit-requests/queue-remarks";
import { limitWords } from "@/components/limits/limit-words";
import { type CsvColumns, type CsvReader, momentText } from "@/components/tables/csv-column";
import type { Instant } from "@/lib/domain/instant";
import type { QueueRow } from "@/lib/domain/limit-requests/queue-row";
import type { ColumnOf } from "@/lib/domain/tables/tables";

const RISKS = ["low", "medium", "high"] as const;

/** The queue as a file. */
export function queueCsv({ t, timeZone }: CsvReader): CsvColumns<ColumnOf<"queue">, QueueRow> {
  const words = limitWords(t);
  const label = (column: ColumnOf<"queue">) => t(`queue.column.${column}`);
  const moment = (at: Instant) => momentText(at, timeZone);
  const asks = (row: QueueRow) =>
    [words.line(row), ...queueRemarks(t, row, { day: moment, until: moment })].join(" · ");
  return {
    due: [{ label: label("due"), cell: ({ dueAt }) => moment(dueAt) }],
    merchant: [
      { label: label("merchant"), cell: ({ tradingName }) => tradingName },
      { label: t("merchants.column.mid"), cell: (row) => ({ identifier: row.merchantId }) },
      { label: t("queue.tier"), cell: ({ tier }) => t(`enums.tier.${tier as "micro"}`) },
      { label: t("limitTable.request"), cell: (row) => ({ identifier: row.limitRequestId }) },
    ],
    asks: [{ label: label("asks"), cell: asks }],
    change: [
      {
        label: label("change"),
        cell: (row) => changeText(t, row, [row.current, row.requested]),
      },
    ],
    evidence: [
      {
        label: `${label("evidence")} %`,
        cell: ({ peakPercent }) => (peakPercent === null ? null : { number: `${peakPercent}` }),
      },
    ],
    risk: [
      {
        label: label("risk"),
        cell: ({ riskRating }) =>
          t(`queue.risk.${RISKS.find((risk) => risk === riskRating) ?? "none"}`),
      },
    ],
    reviewer: [{ label: label("reviewer"), cell: ({ claimedBy }) => claimedBy?.name ?? null }],
  };
}

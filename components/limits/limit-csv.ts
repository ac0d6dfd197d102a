import { limitWords } from "@/components/limits/limit-words";
import {
  amountCell,
  type CsvColumns,
  type CsvReader,
  momentText,
} from "@/components/tables/csv-column";
import type { Instant } from "@/lib/domain/instant";
import { type LimitRow, mostUsed } from "@/lib/domain/limits/limit-row";
import { wholePercent } from "@/lib/domain/limits/limit-view";
import type { ColumnOf } from "@/lib/domain/tables/tables";

const taken = (measure: { used: number; reserved: number }) => measure.used + measure.reserved;

function usedPercent(row: LimitRow) {
  const measure = mostUsed(row);
  return measure && { number: `${wholePercent(taken(measure), measure.max)}` };
}

const usedAmount = (row: LimitRow) =>
  row.amount && mostUsed(row) && amountCell(taken(row.amount), row.currency);

/** The table of a merchant's limits as a file. */
export function limitCsv({ t, timeZone }: CsvReader): CsvColumns<ColumnOf<"limits">, LimitRow> {
  const words = limitWords(t);
  const label = (column: ColumnOf<"limits">) => t(`limitTable.column.${column}`);
  const currency = { label: t("tables.currency"), cell: (row: LimitRow) => row.currency };
  const moment = (at: Instant | null) => (at === null ? null : momentText(at, timeZone));
  const wanted = ({ pending, currency: of }: LimitRow) =>
    pending && amountCell((pending.approved ?? pending.requested).maxAmountMinor, of);
  return {
    limit: [
      { label: label("limit"), cell: (row) => t(`enums.scope.${row.scope}`) },
      {
        label: t("terminals.column.terminal"),
        cell: ({ terminalId }) => terminalId && { identifier: terminalId },
      },
      { label: t("tables.name"), cell: (row) => row.terminalName ?? row.store },
    ],
    window: [{ label: label("window"), cell: words.window }],
    counts: [{ label: label("counts"), cell: words.counts }],
    max: [
      { label: label("max"), cell: (row) => amountCell(row.maxAmountMinor, row.currency) },
      currency,
    ],
    min: [
      { label: label("min"), cell: (row) => amountCell(row.minAmountMinor, row.currency) },
      currency,
    ],
    count: [
      {
        label: label("count"),
        cell: ({ maxCount }) => (maxCount === null ? null : { number: `${maxCount}` }),
      },
    ],
    used: [
      { label: `${label("used")} %`, cell: usedPercent },
      { label: label("used"), cell: usedAmount },
      currency,
    ],
    resets: [{ label: label("resets"), cell: (row) => moment(row.resetsAt) }],
    pending: [
      { label: label("pending"), cell: wanted },
      {
        label: t("limitTable.request"),
        cell: ({ pending }) => pending && { identifier: pending.limitRequestId },
      },
    ],
    source: [
      {
        label: label("source"),
        cell: ({ source }) => source && t(`limitTable.source.${source.origin}`),
      },
    ],
    validity: [
      { label: t("limits.from"), cell: (row) => moment(row.startsAt) },
      { label: t("limits.until"), cell: (row) => moment(row.endsAt) },
    ],
  };
}

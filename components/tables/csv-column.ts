import type { useTranslations } from "next-intl";
import type { CsvCell } from "@/lib/contracts/exports/csv-cells";
import type { Instant } from "@/lib/domain/instant";
import { decimalAmount } from "@/lib/domain/money";
import type { DateLocale } from "@/lib/i18n/clock";

/** Every word of one language. */
export type Words = ReturnType<typeof useTranslations<never>>;

/** Whose eyes a file is for. */
export type CsvReader = { t: Words; locale: DateLocale; timeZone: string };

/** What a column of a table becomes in a file. */
export type CsvColumn<Row> = { label: string; cell: (row: Row) => CsvCell };
export type CsvColumns<Column extends string, Row> = Record<Column, readonly CsvColumn<Row>[]>;

/** The head of a file and what turns a row into its line, for the columns shown. */
export function csvShape<Column extends string, Row>(
  columns: CsvColumns<Column, Row>,
  shown: readonly Column[],
) {
  const parts = shown.flatMap((column) => columns[column]);
  const labels = parts.map(({ label }) => label);
  // A currency is told once, beside the first amount.
  const kept = parts.filter((_, at) => labels.indexOf(labels[at]!) === at);
  return {
    head: kept.map(({ label }) => label),
    lineOf: (row: Row): CsvCell[] => kept.map(({ cell }) => cell(row)),
  };
}

export const amountCell = (amountMinor: number | null, currency: string): CsvCell =>
  amountMinor === null ? null : { number: decimalAmount(amountMinor, currency) };

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment that sorts as text and that a spreadsheet reads: 2026-11-28 20:18:12 in the zone. */
export function momentText(at: Instant, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
    const time = { hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
    format = new Intl.DateTimeFormat("sv-SE", { ...parts, ...time, hourCycle: "h23", timeZone });
    formats.set(timeZone, format);
  }
  return format.format(at);
}

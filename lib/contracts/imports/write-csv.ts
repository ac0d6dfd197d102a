import type { Cells } from "@/lib/contracts/imports/record-cells";

const BYTE_ORDER_MARK = String.fromCharCode(0xfeff);

const quoted = (cell: string) =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Rows as a file that an import reads back; spreadsheets recognise its UTF-8 by the mark. */
export function writeImportCsv(columns: readonly string[], rows: readonly Cells[]): string {
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? "")).join(","));
  return `${BYTE_ORDER_MARK}${[columns.join(","), ...lines].join("\r\n")}\r\n`;
}

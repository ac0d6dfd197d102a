/**
 * What stands in a cell: words of people; an identifier, which is no number whatever its digits; or a
 * number as it is written, with a point.
 */
export type CsvCell = string | null | { identifier: string } | { number: string };

export const BYTE_ORDER_MARK = "\uFEFF";

// A spreadsheet runs a cell that begins so, or may once it has made full-width signs plain.
const RUNS = /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

// A spreadsheet reads these as numbers: it drops zeros and rounds beyond fifteen digits.
const READ_AS_NUMBER = /^(?:0\d+|\d{12,}|\d+[Ee]\d+|\d+\.\d+)$/;

/** Text that no spreadsheet runs: an apostrophe goes before what would be a formula. */
const harmless = (text: string): string => (RUNS.test(text) ? `'${text}` : text);

/** An identifier that stays as it is: a tab after its digits makes it text to a spreadsheet. */
const asWritten = (text: string): string =>
  READ_AS_NUMBER.test(text) ? `${text}\t` : harmless(text);

function textOf(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return harmless(cell);
  return "number" in cell ? cell.number : asWritten(cell.identifier);
}

const quoted = (text: string): string =>
  /[",\r\n\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;

/** One line of a file, ended as spreadsheets expect it. */
export const csvLine = (cells: readonly CsvCell[]): string =>
  `${cells.map((cell) => quoted(textOf(cell))).join(",")}\r\n`;

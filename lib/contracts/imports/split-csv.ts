import { CsvError, parse } from "csv-parse/sync";

/** What is wrong with one line of an import file; line 1 is the first. */
export type CsvFault = { line: number; detail: string };

/** One record of a file and the line it begins on; a quoted cell may span several. */
export type CsvLine = { line: number; cells: string[] };

const LINE_BREAK = /\r\n|\n|\r/g;

// The parser's own sentences repeat what stands in the cell.
const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quotation mark is opened and never closed",
  CSV_INVALID_CLOSING_QUOTE: "something stands after a closing quotation mark",
  INVALID_OPENING_QUOTE: "a quotation mark stands inside a cell without quotes",
};

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

type Parsed = { record: string[]; raw: string };

function parseAll(content: string): Parsed[] | CsvFault {
  const delimiters = ["\r\n", "\n", "\r"];
  const options = { raw: true, relax_column_count: true, record_delimiter: delimiters };
  try {
    return parse(content, options) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const detail = `${FAULTS[error.code] ?? "is not CSV"}; nothing after it was read`;
    return { line: Number(error.lines) || 1, detail };
  }
}

/** The records of a UTF-8 file (a byte-order mark is accepted), empty lines left out; or why not. */
export function splitCsv(bytes: Uint8Array): CsvLine[] | CsvFault {
  const content = decode(bytes);
  if (content === null) return { line: 1, detail: "the file is not UTF-8" };
  const parsed = parseAll(content);
  if (!Array.isArray(parsed)) return parsed;
  const lines: CsvLine[] = [];
  let line = 1;
  for (const { record, raw } of parsed) {
    if (record.some((cell) => cell.trim() !== "") || record.length > 1) {
      lines.push({ line, cells: record.map((cell) => cell.trim()) });
    }
    line += raw.match(LINE_BREAK)?.length ?? 0;
  }
  return lines;
}

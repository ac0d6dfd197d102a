import type { z } from "zod";
import { type CsvFault, type CsvLine, splitCsv } from "@/lib/contracts/imports/split-csv";
import { holdsCardNumber, isExemptField } from "@/lib/domain/card-number";

export type CsvRow<T> = { line: number; value: T };
export type CsvReading<T> = { rows: CsvRow<T>[]; faults: CsvFault[] };

/** What a file of one kind holds: `noun` names a row, `keyOf` tells two of them apart. */
export type CsvFormat<T> = {
  noun: string;
  schema: z.ZodType<T>;
  columns: readonly string[];
  required: readonly string[];
  keyOf: (row: T) => string;
};

/** A column's name as it may be told: nothing of a card number, nothing endless. */
const nameable = (name: string) =>
  holdsCardNumber(name) ? "that looks like a card number" : JSON.stringify(name.slice(0, 60));

function headerFaults<T>({ line, cells }: CsvLine, { columns, required }: CsvFormat<T>) {
  const unknown = cells.filter((name) => !columns.includes(name));
  const twice = cells.filter((name, n) => cells.indexOf(name) !== n);
  const missing = required.filter((name) => !cells.includes(name));
  return [
    ...unknown.map((name) => `unknown column ${nameable(name)}; known are ${columns.join(", ")}`),
    ...twice.map((name) => `column ${nameable(name)} stands twice`),
    ...missing.map((name) => `column "${name}" is missing`),
  ].map((detail) => ({ line, detail }));
}

type Cells = Readonly<Record<string, string>>;

/** What may never be stored, whichever column it stands in. */
function forbiddenIn(cells: Cells): string[] {
  return Object.entries(cells).flatMap(([name, cell]) => {
    if (cell.includes("\0")) return [`${name}: holds the character U+0000`];
    return !isExemptField(name) && holdsCardNumber(cell)
      ? [`${name}: looks like a card number, which is never accepted`]
      : [];
  });
}

function faultsOf(cells: Cells, width: number, { columns }: { columns: number }): string[] {
  if (width !== columns) return [`has ${width} cells, the header ${columns}`];
  return forbiddenIn(cells);
}

function readRow<T>(
  header: readonly string[],
  { line, cells: texts }: CsvLine,
  schema: z.ZodType<T>,
): CsvRow<T> | CsvFault[] {
  const cells = Object.fromEntries(header.map((name, n) => [name, texts[n] ?? ""]));
  const found = faultsOf(cells, texts.length, { columns: header.length });
  if (found.length > 0) return found.map((detail) => ({ line, detail }));
  const parsed = schema.safeParse(cells);
  if (parsed.success) return { line, value: parsed.data };
  return parsed.error.issues.map(({ path: [column], message }) => ({
    line,
    detail: column === undefined ? message : `${String(column)}: ${message}`,
  }));
}

/**
 * Reads an import file: a header with columns in any order, then one row a record. Every fault is found,
 * each with its line; the same key twice is one.
 */
export function readCsv<T>(bytes: Uint8Array, format: CsvFormat<T>): CsvReading<T> {
  const split = splitCsv(bytes);
  if (!Array.isArray(split)) return { rows: [], faults: [split] };
  const [header, ...body] = split;
  if (!header) return { rows: [], faults: [{ line: 1, detail: "the file is empty" }] };
  const reading: CsvReading<T> = { rows: [], faults: headerFaults(header, format) };
  if (reading.faults.length > 0) return reading;
  const lines = new Map<string, number>();
  for (const record of body) {
    const row = readRow(header.cells, record, format.schema);
    if (Array.isArray(row)) {
      reading.faults.push(...row);
      continue;
    }
    const key = format.keyOf(row.value);
    const before = lines.get(key);
    if (before === undefined) {
      lines.set(key, row.line);
      reading.rows.push(row);
    } else {
      reading.faults.push({ line: row.line, detail: `the same ${format.noun} as line ${before}` });
    }
  }
  return reading;
}

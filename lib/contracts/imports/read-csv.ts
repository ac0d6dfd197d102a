import { CsvError, parse } from "csv-parse/sync";
import type { z } from "zod";
import { holdsCardNumber, isExemptField } from "@/lib/domain/card-number";

/** What is wrong with one line of an import file; line 1 is the header. */
export type CsvFault = { line: number; detail: string };
export type CsvRow<T> = { line: number; value: T };
export type CsvReading<T> = { rows: CsvRow<T>[]; faults: CsvFault[] };

type Cells = { record: string[]; info: { lines: number } };

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function headerFaults(
  header: readonly string[],
  known: readonly string[],
  required: readonly string[],
) {
  const unknown = header.filter((name) => !known.includes(name));
  const twice = header.filter((name, n) => header.indexOf(name) !== n);
  const missing = required.filter((name) => !header.includes(name));
  return [
    ...unknown.map((name) => `unknown column "${name}"; known are ${known.join(", ")}`),
    ...twice.map((name) => `column "${name}" stands twice`),
    ...missing.map((name) => `column "${name}" is missing`),
  ];
}

function cardFaults(cells: Readonly<Record<string, string>>): string[] {
  return Object.entries(cells)
    .filter(([name, cell]) => !isExemptField(name) && holdsCardNumber(cell))
    .map(([name]) => `${name}: looks like a card number, which is never accepted`);
}

function readRow<T>(
  schema: z.ZodType<T>,
  header: readonly string[],
  { record, info: { lines: line } }: Cells,
): CsvRow<T> | CsvFault[] {
  if (record.length !== header.length) {
    return [{ line, detail: `has ${record.length} cells, the header ${header.length}` }];
  }
  const cells = Object.fromEntries(header.map((name, n) => [name, (record[n] ?? "").trim()]));
  const cards = cardFaults(cells);
  if (cards.length > 0) return cards.map((detail) => ({ line, detail }));
  const parsed = schema.safeParse(cells);
  if (parsed.success) return { line, value: parsed.data };
  return parsed.error.issues.map((issue) => ({
    line,
    detail: `${issue.path[0] === undefined ? "" : `${String(issue.path[0])}: `}${issue.message}`,
  }));
}

/**
 * Reads an import file: UTF-8 (a byte-order mark is accepted), a header with columns in any order, then
 * one row a line. Every fault is found, each with its line; the same key twice is one.
 */
export function readCsv<T>(
  bytes: Uint8Array,
  format: {
    schema: z.ZodType<T>;
    columns: readonly string[];
    required: readonly string[];
    keyOf: (row: T) => string;
  },
): CsvReading<T> {
  const content = decode(bytes);
  if (content === null) return { rows: [], faults: [{ line: 1, detail: "the file is not UTF-8" }] };
  const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true };
  let found: Cells[];
  try {
    found = parse(content, options) as unknown as Cells[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: [], faults: [{ line: Number(error.lines) || 1, detail: error.message }] };
  }
  const [head, ...body] = found;
  if (!head) return { rows: [], faults: [{ line: 1, detail: "the file is empty" }] };
  const header = head.record.map((name) => name.trim());
  const wrong = headerFaults(header, format.columns, format.required);
  if (wrong.length > 0) return { rows: [], faults: wrong.map((detail) => ({ line: 1, detail })) };
  return collect(body, (cells) => readRow(format.schema, header, cells), format.keyOf);
}

function collect<T>(
  body: readonly Cells[],
  read: (cells: Cells) => CsvRow<T> | CsvFault[],
  keyOf: (row: T) => string,
): CsvReading<T> {
  const reading: CsvReading<T> = { rows: [], faults: [] };
  const lines = new Map<string, number>();
  for (const cells of body) {
    const row = read(cells);
    if (Array.isArray(row)) {
      reading.faults.push(...row);
      continue;
    }
    const before = lines.get(keyOf(row.value));
    lines.set(keyOf(row.value), before ?? row.line);
    if (before === undefined) reading.rows.push(row);
    else reading.faults.push({ line: row.line, detail: `the same key as line ${before}` });
  }
  return reading;
}

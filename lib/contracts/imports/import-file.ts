import { limitsFile } from "@/lib/contracts/imports/limits";
import { merchantsFile } from "@/lib/contracts/imports/merchants";
import { type CsvFormat, readCsv } from "@/lib/contracts/imports/read-csv";
import { terminalsFile } from "@/lib/contracts/imports/terminals";
import {
  fault,
  type ImportFault,
  type ImportNoun,
  MOST_BYTES,
  MOST_ROWS,
  type NumberedRow,
} from "@/lib/domain/imports/import-plan";

export type ImportedFile<T> = { rows: NumberedRow<T>[]; faults: ImportFault[] };

const COLUMNS = {
  merchants: merchantsFile.columns,
  terminals: terminalsFile.columns,
  limits: limitsFile.columns,
} satisfies Record<ImportNoun, string[]>;

export const columnsOf = (noun: ImportNoun): readonly string[] => COLUMNS[noun];

/** Reads an uploaded file: a file too large is not read, one with too many rows or none is a fault. */
export function readImport<T>(bytes: Uint8Array, format: CsvFormat<T>): ImportedFile<T> {
  if (bytes.byteLength > MOST_BYTES) {
    return { rows: [], faults: [fault(1, `the file is larger than ${MOST_BYTES} bytes`)] };
  }
  const { rows, faults } = readCsv(bytes, format);
  if (rows.length + faults.length === 0) {
    return { rows: [], faults: [fault(1, "the file holds no rows")] };
  }
  if (rows.length <= MOST_ROWS) return { rows, faults };
  const tooMany = fault(rows[MOST_ROWS]!.line, `the file holds more than ${MOST_ROWS} rows`);
  return { rows: rows.slice(0, MOST_ROWS), faults: [...faults, tooMany] };
}

import type { Instant } from "@/lib/domain/instant";

/** What a file can hold. */
export const IMPORT_NOUNS = ["merchants", "terminals", "limits"] as const;
export type ImportNoun = (typeof IMPORT_NOUNS)[number];

/** A file may hold this many rows, its header aside, and this many bytes. */
export const MOST_ROWS = 10_000;
export const MOST_BYTES = 2_000_000;

/**
 * A limits file may name this many merchants: each one's counting stands still while the file is written
 * (0.5 s for 1,000, 1.5 s for 2,000; a hold waits 0.75 s), and the database has room for 6,400 such locks.
 */
export const MOST_MERCHANTS = 1_000;

/** A row of a file with the line it begins on. */
export type NumberedRow<T> = { line: number; value: T };

/** Why a row cannot be imported: `column: what is wrong`, or a sentence about the whole row; and whose it is. */
export type ImportFault = {
  line: number;
  detail: string;
  about?: { merchantId: string; terminalId: string | null };
};

/** What becomes of a row: it changes nothing, applies at once, or waits for approval. */
export type ImportRoute = "none" | "direct" | "request";

/** Why a file cannot undo a row: made anew, ends by itself, not begun, or a state with no way back. */
export type NoUndo = "new" | "temporary" | "later" | "closed" | "live";

/** A row with the record before it (null = new) and after it. */
export type PlannedRow<T> = {
  line: number;
  before: T | null;
  after: T;
  route: ImportRoute;
  noUndo: NoUndo | null;
};

/** What an import would do; with any fault it does nothing. */
export type ImportPlan<T> = { rows: PlannedRow<T>[]; faults: ImportFault[] };

/** Rows to import; where they leave out those at fault, the others are applied all the same. */
export type ImportRows<T> = {
  rows: NumberedRow<T>[];
  faults: ImportFault[];
  leavesOut?: boolean;
};

export const fault = (line: number, detail: string): ImportFault => ({ line, detail });

export type ImportCounts = {
  added: number;
  changed: number;
  unchanged: number;
  /** Lines at fault, however many faults each has. */
  faults: number;
  asked: number;
};

/** How many rows of a plan do what. */
export function countsOf({ rows, faults }: ImportPlan<unknown>): ImportCounts {
  const count = (test: (row: PlannedRow<unknown>) => boolean) => rows.filter(test).length;
  return {
    added: count(({ route, before }) => route !== "none" && before === null),
    changed: count(({ route, before }) => route !== "none" && before !== null),
    unchanged: count(({ route }) => route === "none"),
    faults: new Set(faults.map(({ line }) => line)).size,
    asked: count(({ route }) => route === "request"),
  };
}

/** An import that was applied; without a file it was an edit of selected rows. */
export type PastImport = Pick<ImportCounts, "added" | "changed" | "asked"> & {
  importId: string;
  noun: ImportNoun;
  fileName: string | null;
  leftOut: number;
  limitBatchId: string | null;
  makerName: string;
  appliedAt: Instant;
  undoRows: number;
};

/** The row that names one merchant too many; null while they are few enough. */
export function faultOfMerchants(
  rows: readonly NumberedRow<{ merchantId: string }>[],
  most = MOST_MERCHANTS,
): ImportFault | null {
  const seen = new Set<string>();
  const first = rows.find(({ value }) => seen.add(value.merchantId).size > most);
  return first ? fault(first.line, `more than ${most} merchants`) : null;
}

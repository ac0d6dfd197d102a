/** What a file can hold. */
export const IMPORT_NOUNS = ["merchants", "terminals", "limits"] as const;
export type ImportNoun = (typeof IMPORT_NOUNS)[number];

/** A file may hold this many rows, its header aside, and this many bytes. */
export const MOST_ROWS = 10_000;
export const MOST_BYTES = 2_000_000;

/** A row of a file with the line it begins on. */
export type NumberedRow<T> = { line: number; value: T };

/** Why a row cannot be imported: `column: what is wrong`, or a sentence about the whole row. */
export type ImportFault = { line: number; detail: string };

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

export const fault = (line: number, detail: string): ImportFault => ({ line, detail });

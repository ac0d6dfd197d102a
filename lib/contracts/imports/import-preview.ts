import { z } from "zod";
import type { ActionProblem } from "@/lib/contracts/action-result";
import { NOUN_OF_EDIT } from "@/lib/domain/bulk-edits/bulk-edit";
import { BulkField } from "@/lib/contracts/imports/bulk-edit";
import type { ReadFault } from "@/lib/contracts/imports/read-fault";
import type { Cells } from "@/lib/contracts/imports/record-cells";
import {
  IMPORT_NOUNS,
  type ImportCounts,
  type ImportNoun,
  type ImportRoute,
  type NoUndo,
} from "@/lib/domain/imports/import-plan";
import { holdsCardNumber } from "@/lib/domain/card-number";
import { speakable } from "@/lib/domain/unspeakable";

const LONGEST_JUSTIFICATION = 2000;

/** A name is a label beside the import, nothing more. */
const fileName = z
  .string()
  .transform((text) => speakable(text).trim().slice(0, 200))
  .transform((text) => (text === "" || holdsCardNumber(text) ? undefined : text))
  .optional();

const said = {
  seen: z.string().max(64).default(""),
  justification: z
    .string()
    .transform(speakable)
    .pipe(z.string().trim().max(LONGEST_JUSTIFICATION))
    .default(""),
};

/** A file, or an edit of selected rows; `seen` is the stamp of the preview that is to be applied. */
export const ImportSent = z.union([
  z.object({ noun: z.enum(IMPORT_NOUNS), file: z.instanceof(Blob), name: fileName, ...said }),
  // What an edit is about is not said twice: it might be said otherwise.
  z
    .object({ bulk: BulkField, ...said })
    .transform((sent) => ({ ...sent, noun: NOUN_OF_EDIT[sent.bulk.edit.kind] })),
]);

/** A row that would change something: its cells before (null = new) and after. */
export type PreviewRow = {
  line: number;
  before: Cells | null;
  after: Cells;
  route: Exclude<ImportRoute, "none">;
  /** What the merchant is called, where the row does not say. */
  name: string | null;
};

export type ImportPreview = {
  noun: ImportNoun;
  /** Stands for all of the below; sent back to apply it. */
  stamp: string;
  counts: ImportCounts;
  /** People needed for what loosens limits; 0 = nothing does. */
  requiredApprovals: number;
  rows: PreviewRow[];
  faults: ReadFault[];
  /** Rows at fault that the others do not wait for. */
  leftOut: ReadFault[];
};

export type NotUndoable = { line: number; after: Cells; why: NoUndo };

export type ImportResult = {
  noun: ImportNoun;
  counts: ImportPreview["counts"];
  limitBatchId: string | null;
  requiredApprovals: number;
  /** A file that restores what changed rows were before; null when no row can be restored. */
  undo: string | null;
  undoRows: number;
  notUndoable: NotUndoable[];
};

/** What the server says while it works, one line each. */
export type ImportEvent =
  | {
      kind: "progress";
      phase: "reading" | "checked" | "writing" | "written";
      done: number;
      total: number;
    }
  | { kind: "preview"; preview: ImportPreview }
  | { kind: "applied"; result: ImportResult }
  | { kind: "problem"; problem: ActionProblem; preview: ImportPreview | null };

/** What an import that asks for looser limits says to those who decide. */
export const ImportReason = z.object({
  justification: z.string().trim().min(10, "tooShort").max(LONGEST_JUSTIFICATION, "tooLong"),
});
export type ImportReason = z.infer<typeof ImportReason>;

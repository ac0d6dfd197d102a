import "server-only";
import { columnsOf, readImport } from "@/lib/contracts/imports/import-file";
import type {
  ImportEvent,
  ImportPreview,
  ImportResult,
  PreviewRow,
} from "@/lib/contracts/imports/import-preview";
import { limitsFile } from "@/lib/contracts/imports/limits";
import { merchantsFile } from "@/lib/contracts/imports/merchants";
import { readFault } from "@/lib/contracts/imports/read-fault";
import {
  type Cells,
  limitCells,
  merchantCells,
  terminalCells,
} from "@/lib/contracts/imports/record-cells";
import { terminalsFile } from "@/lib/contracts/imports/terminals";
import { writeImportCsv } from "@/lib/contracts/imports/write-csv";
import type { Session } from "@/lib/auth/session";
import type { BulkSent } from "@/lib/contracts/imports/bulk-edit";
import {
  countsOf,
  type ImportFault,
  type ImportNoun,
  type ImportPlan,
  type PlannedRow,
} from "@/lib/domain/imports/import-plan";
import { merchantOf, terminalOf } from "@/lib/domain/registry";
import { selectionOf } from "@/lib/http/bulk-selection";
import { ImportChangedError, type ImportRun, type StampedPlan } from "@/lib/use-cases/import-stamp";
import { type BulkRows, listBulkRows } from "@/lib/use-cases/bulk-edits/list-bulk-rows";
import { runLimitImport } from "@/lib/use-cases/imports/run-limit-import";
import { runMerchantImport } from "@/lib/use-cases/imports/run-merchant-import";
import { runTerminalImport } from "@/lib/use-cases/imports/run-terminal-import";

type Ctx = Session["ctx"];
type Asked = {
  requiredApprovals: number;
  limitBatchId: string | null;
  names: ReadonlyMap<string, string>;
};
type Outcome = StampedPlan<Cells> & Asked;

const NOTHING_ASKED: Asked = { requiredApprovals: 0, limitBatchId: null, names: new Map() };

function planInCells<T>({ rows, faults }: ImportPlan<T>, cells: (record: T) => Cells) {
  const told = rows.map((row): PlannedRow<Cells> => ({
    ...row,
    before: row.before === null ? null : cells(row.before),
    after: cells(row.after),
  }));
  return { rows: told, faults };
}

function inCells<T>({ plan, stamp, leftOut }: StampedPlan<T>, cells: (record: T) => Cells) {
  return { stamp, leftOut, plan: planInCells(plan, cells) };
}

/** Says of faults whose rows they are, where the row could be read. */
function tellWhose<T extends StampedPlan<Cells>>(outcome: T, { noun, file }: BulkRows): T {
  const cellsOf = new Map<number, Cells>(
    noun === "limits"
      ? file.rows.map(({ line, value }) => [line, limitCells(value)])
      : noun === "merchants"
        ? file.rows.map(({ line, value }) => [line, merchantCells(merchantOf(value))])
        : file.rows.map(({ line, value }) => [line, terminalCells(terminalOf(value))]),
  );
  const told = (one: ImportFault): ImportFault => {
    const cells = cellsOf.get(one.line);
    if (one.about || !cells) return one;
    const { merchant_id: merchantId = "", terminal_id: terminalId } = cells;
    return { ...one, about: { merchantId, terminalId: terminalId || null } };
  };
  const { plan, leftOut } = outcome;
  return {
    ...outcome,
    plan: { ...plan, faults: plan.faults.map(told) },
    leftOut: leftOut.map(told),
  };
}

function readGiven(noun: ImportNoun, bytes: Uint8Array): BulkRows {
  if (noun === "merchants") return { noun, file: readImport(bytes, merchantsFile) };
  if (noun === "terminals") return { noun, file: readImport(bytes, terminalsFile) };
  return { noun, file: readImport(bytes, limitsFile) };
}

async function outcomeOf(ctx: Ctx, given: BulkRows, run: ImportRun | null): Promise<Outcome> {
  if (given.noun === "merchants") {
    const done = await runMerchantImport(ctx, given.file, run);
    return { ...inCells(done, merchantCells), ...NOTHING_ASKED };
  }
  if (given.noun === "terminals") {
    const done = await runTerminalImport(ctx, given.file, run);
    return { ...inCells(done, terminalCells), ...NOTHING_ASKED };
  }
  const done = await runLimitImport(ctx, given.file, run);
  return { ...done, ...inCells(done, limitCells) };
}

const CELLS = { merchants: merchantCells, terminals: terminalCells, limits: limitCells };

function previewOf(noun: ImportNoun, outcome: Outcome): ImportPreview {
  const { plan, stamp, leftOut, requiredApprovals, names } = outcome;
  const rows = plan.rows.flatMap(({ line, before, after, route }): PreviewRow[] => {
    const name = names.get(after.merchant_id ?? "") ?? null;
    return route === "none" ? [] : [{ line, before, after, route, name }];
  });
  const faults = plan.faults.map(readFault);
  return {
    ...{ noun, stamp, counts: countsOf(plan), requiredApprovals, rows, faults },
    leftOut: leftOut.map(readFault),
  };
}

/** A row that restores what was; a status that goes back says which reason it undoes. */
function undoRow({ before, after }: PlannedRow<Cells>): Cells | null {
  if (before === null || before.status === after.status || before.status_reason) return before;
  const reason = `↩ ${after.status_reason ?? ""}`.slice(0, 300);
  return after.status_reason ? { ...before, status_reason: reason } : before;
}

const hasUndo = ({ route, noUndo }: PlannedRow<Cells>) => route !== "none" && noUndo === null;

function undoOf(noun: ImportNoun, { rows }: ImportPlan<Cells>) {
  const restored = rows
    .filter(hasUndo)
    .map(undoRow)
    .filter((row) => row !== null);
  const text = restored.length === 0 ? null : writeImportCsv(columnsOf(noun), restored);
  return { text, rows: restored.length };
}

function resultOf(noun: ImportNoun, outcome: Outcome): ImportResult {
  const { plan, limitBatchId, requiredApprovals } = outcome;
  const { text, rows } = undoOf(noun, plan);
  return {
    ...{ noun, counts: countsOf(plan), limitBatchId, requiredApprovals },
    ...{ undo: text, undoRows: rows },
    notUndoable: plan.rows.flatMap(({ line, after, route, noUndo }) =>
      noUndo === null || route === "none" ? [] : [{ line, after, why: noUndo }],
    ),
  };
}

/** The same run, kept as a past import once it is applied. */
function keptAs(noun: ImportNoun, fileName: string | null, run: ImportRun | null) {
  const cells = CELLS[noun] as (record: object) => Cells;
  const undoOfPlan = (plan: ImportPlan<object>) => undoOf(noun, planInCells(plan, cells));
  return run && { ...run, keep: { fileName, undoOf: undoOfPlan } };
}

async function perform(ctx: Ctx, given: BulkRows, run: ImportRun | null): Promise<ImportEvent> {
  const { noun } = given;
  const outcome = tellWhose(await outcomeOf(ctx, given, run), given);
  return run
    ? { kind: "applied", result: resultOf(noun, outcome) }
    : { kind: "preview", preview: previewOf(noun, outcome) };
}

/** Reads a file and shows what it would do or, with `run`, does it; answers the last thing to say. */
export const runImport = (
  ctx: Ctx,
  noun: ImportNoun,
  bytes: Uint8Array,
  run: ImportRun | null,
  fileName = `${noun}.csv`,
): Promise<ImportEvent> => perform(ctx, readGiven(noun, bytes), keptAs(noun, fileName, run));

/** The same for an edit of selected rows: they take the way of a file from here on. */
export async function runBulkEdit(
  ctx: Ctx,
  { selection, edit, leavesOut }: BulkSent,
  run: ImportRun | null,
): Promise<ImportEvent> {
  const given = await listBulkRows(ctx, selectionOf(selection), edit);
  const kept = keptAs(given.noun, null, run);
  return perform(ctx, { ...given, file: { ...given.file, leavesOut } } as BulkRows, kept);
}

/** What the import would do now, when that is why it was refused. */
export function previewIn(noun: ImportNoun, error: unknown): ImportPreview | null {
  if (!(error instanceof ImportChangedError)) return null;
  const cells = CELLS[noun] as (record: object) => Cells;
  const { requiredApprovals = 0, names = NOTHING_ASKED.names } = error.now;
  const asked = { ...NOTHING_ASKED, requiredApprovals, names };
  return previewOf(noun, { ...inCells(error.now, cells), ...asked });
}

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
import type { ImportNoun, ImportPlan, PlannedRow } from "@/lib/domain/imports/import-plan";
import { ImportChangedError, type ImportRun, type StampedPlan } from "@/lib/use-cases/import-stamp";
import { runLimitImport } from "@/lib/use-cases/imports/run-limit-import";
import { runMerchantImport } from "@/lib/use-cases/imports/run-merchant-import";
import { runTerminalImport } from "@/lib/use-cases/imports/run-terminal-import";

type Ctx = Session["ctx"];
type Asked = { requiredApprovals: number; limitBatchId: string | null };
type Outcome = StampedPlan<Cells> & Asked;

const NOTHING_ASKED: Asked = { requiredApprovals: 0, limitBatchId: null };

function inCells<T>({ plan, stamp }: StampedPlan<T>, cells: (record: T) => Cells) {
  const rows = plan.rows.map((row): PlannedRow<Cells> => ({
    ...row,
    before: row.before === null ? null : cells(row.before),
    after: cells(row.after),
  }));
  return { stamp, plan: { rows, faults: plan.faults } };
}

const RUNS = {
  merchants: async (ctx, bytes, run) => {
    const done = await runMerchantImport(ctx, readImport(bytes, merchantsFile), run);
    return { ...inCells(done, merchantCells), ...NOTHING_ASKED };
  },
  terminals: async (ctx, bytes, run) => {
    const done = await runTerminalImport(ctx, readImport(bytes, terminalsFile), run);
    return { ...inCells(done, terminalCells), ...NOTHING_ASKED };
  },
  limits: async (ctx, bytes, run) => {
    const done = await runLimitImport(ctx, readImport(bytes, limitsFile), run);
    return { ...done, ...inCells(done, limitCells) };
  },
} satisfies Record<
  ImportNoun,
  (ctx: Ctx, bytes: Uint8Array, run: ImportRun | null) => Promise<Outcome>
>;

const CELLS = { merchants: merchantCells, terminals: terminalCells, limits: limitCells };

function countsOf({ rows, faults }: ImportPlan<Cells>): ImportPreview["counts"] {
  const count = (test: (row: PlannedRow<Cells>) => boolean) => rows.filter(test).length;
  return {
    added: count(({ route, before }) => route !== "none" && before === null),
    changed: count(({ route, before }) => route !== "none" && before !== null),
    unchanged: count(({ route }) => route === "none"),
    faults: new Set(faults.map(({ line }) => line)).size,
    asked: count(({ route }) => route === "request"),
  };
}

function previewOf(noun: ImportNoun, { plan, stamp, requiredApprovals }: Outcome): ImportPreview {
  const rows = plan.rows.flatMap(({ line, before, after, route }): PreviewRow[] =>
    route === "none" ? [] : [{ line, before, after, route }],
  );
  const faults = plan.faults.map(readFault);
  return { noun, stamp, counts: countsOf(plan), requiredApprovals, rows, faults };
}

function resultOf(noun: ImportNoun, outcome: Outcome): ImportResult {
  const { plan, limitBatchId, requiredApprovals } = outcome;
  const written = plan.rows.filter(({ route }) => route !== "none");
  const restored = written.flatMap(({ before, noUndo }) =>
    before === null || noUndo !== null ? [] : [before],
  );
  return {
    ...{ noun, counts: countsOf(plan), limitBatchId, requiredApprovals },
    undo: restored.length === 0 ? null : writeImportCsv(columnsOf(noun), restored),
    undoRows: restored.length,
    notUndoable: written.flatMap(({ line, after, noUndo }) =>
      noUndo === null ? [] : [{ line, after, why: noUndo }],
    ),
  };
}

/** Reads a file and shows what it would do or, with `run`, does it; answers the last thing to say. */
export async function runImport(
  ctx: Ctx,
  noun: ImportNoun,
  bytes: Uint8Array,
  run: ImportRun | null,
): Promise<ImportEvent> {
  const outcome = await RUNS[noun](ctx, bytes, run);
  return run
    ? { kind: "applied", result: resultOf(noun, outcome) }
    : { kind: "preview", preview: previewOf(noun, outcome) };
}

/** What the import would do now, when that is why it was refused. */
export function previewIn(noun: ImportNoun, error: unknown): ImportPreview | null {
  if (!(error instanceof ImportChangedError)) return null;
  const cells = CELLS[noun] as (record: object) => Cells;
  return previewOf(noun, { ...inCells(error.now, cells), ...NOTHING_ASKED });
}

import "server-only";
import { createHash } from "node:crypto";
import { ConflictError } from "@/lib/domain/errors";
import type { ImportFault, ImportPlan, PlannedRow } from "@/lib/domain/imports/import-plan";

/** An import a person is shown before it is applied; equal stamps, equal plans. */
export type StampedPlan<T> = {
  plan: ImportPlan<T>;
  /** Rows at fault that the others do not wait for. */
  leftOut: ImportFault[];
  stamp: string;
};

/** The stamp a person saw, and who hears how far it is; without it nothing is applied. */
export type ImportRun = {
  seen: string;
  justification: string;
  tell: (phase: "checked" | "writing" | "written", done: number, total: number) => void;
  /** Left out where the import is not listed afterwards. */
  keep?: {
    /** Null = an edit of selected rows. */
    fileName: string | null;
    undoOf: (plan: ImportPlan<object>) => { text: string | null; rows: number };
  };
};

/** A plan with what else is told of it: the people it needs, and what its merchants are called. */
type PlanShown = StampedPlan<object> & {
  requiredApprovals?: number;
  names?: ReadonlyMap<string, string>;
};

/** The world is not as it was shown, or the file has faults; holds what an import would do now. */
export class ImportChangedError extends ConflictError {
  constructor(readonly now: PlanShown) {
    super("What the import would do has changed since it was shown; nothing was applied.");
  }
}

/** What a person saw of a plan, in few characters; rows at fault may be left out of it. */
export function stampPlan<T extends object>(
  plan: ImportPlan<T>,
  { leavesOut = false }: { leavesOut?: boolean } = {},
): StampedPlan<T> {
  const rows = plan.rows.map(({ line, before, after, route, noUndo }): PlannedRow<T> => ({
    ...{ line, before, after, route, noUndo },
  }));
  const text = JSON.stringify([rows, plan.faults, leavesOut]);
  const faults = plan.faults.toSorted((one, other) => one.line - other.line);
  return {
    plan: { rows, faults: leavesOut ? [] : faults },
    leftOut: leavesOut ? faults : [],
    stamp: createHash("sha256").update(text).digest("hex").slice(0, 32),
  };
}

/** Throws unless the plan is the one a person saw, without a fault. */
export function requireSeen(stamped: PlanShown, { seen }: ImportRun): void {
  if (stamped.plan.faults.length > 0 || stamped.stamp !== seen) {
    throw new ImportChangedError(stamped);
  }
}

const IMPORT_MS = 120_000;

/** An import may take two minutes; all of its rows are one transaction. */
export const deadline = (): { deadlineAt: number } => ({ deadlineAt: Date.now() + IMPORT_MS });

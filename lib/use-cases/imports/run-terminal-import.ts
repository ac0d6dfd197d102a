import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { findLimitedStores, lockForImport } from "@/lib/data/limit-import-facts";
import { findMerchants, findTerminalOwners, findTerminals } from "@/lib/data/registry";
import { putTerminals } from "@/lib/data/terminal-imports";
import { ACQUIRER } from "@/lib/domain/ids";
import type { ImportRows } from "@/lib/domain/imports/import-plan";
import { planTerminals } from "@/lib/domain/imports/plan-terminals";
import { changeOf, type RegisteredTerminal, type TerminalRow } from "@/lib/domain/registry";
import { authorize } from "@/lib/use-cases/authorize";
import { keepImport } from "@/lib/use-cases/keep-import";
import {
  deadline,
  type ImportRun,
  requireSeen,
  type StampedPlan,
  stampPlan,
} from "@/lib/use-cases/import-stamp";

export type TerminalFile = ImportRows<TerminalRow>;

/** Shows what a terminals file would do or, with `run`, does it: all rows, as they were shown. */
export async function runTerminalImport(
  ctx: Ctx,
  file: TerminalFile,
  run: ImportRun | null,
): Promise<StampedPlan<RegisteredTerminal>> {
  authorize(ctx, "imports.apply", ACQUIRER);
  return withAcquirer({ ...ctx, ...deadline() }, async (db) => {
    const rows = file.rows.map(({ value }) => value);
    const merchantIds = rows.map(({ merchantId }) => merchantId);
    const terminalIds = rows.map(({ terminalId }) => terminalId);
    if (run) await lockForImport(db, merchantIds, terminalIds);
    const plan = planTerminals(file.rows, {
      merchants: await findMerchants(db, merchantIds),
      owners: await findTerminalOwners(db, terminalIds),
      known: await findTerminals(db, terminalIds),
      limitedStores: await findLimitedStores(db, merchantIds),
    });
    const stamped = stampPlan({ ...plan, faults: [...file.faults, ...plan.faults] }, file);
    if (!run) return stamped;
    requireSeen(stamped, run);
    const written = plan.rows.filter(({ route }) => route !== "none");
    run.tell("checked", plan.rows.length, plan.rows.length);
    await putTerminals(db, ctx, {
      rows,
      fresh: written.flatMap(({ before, after }) => (before === null ? [after] : [])),
      changes: written.flatMap(({ before, after }) => (before && changeOf(after, before)) ?? []),
    });
    await keepImport(db, ctx, run, stamped, { noun: "terminals" });
    run.tell("written", written.length, written.length);
    return stamped;
  });
}

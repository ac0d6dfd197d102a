import "server-only";
import type { Ctx, Db } from "@/lib/data/ctx";
import { insertPastImport } from "@/lib/data/past-imports";
import { UnauthenticatedError } from "@/lib/domain/errors";
import { countsOf, type ImportNoun } from "@/lib/domain/imports/import-plan";
import { newId } from "@/lib/platform/ids";
import type { ImportRun, StampedPlan } from "@/lib/use-cases/import-stamp";

type Applied = { noun: ImportNoun; limitBatchId?: string | null };

/** Keeps an import that is being applied, with the file that undoes it, in the import's own transaction. */
export async function keepImport(
  db: Db,
  ctx: Ctx,
  { keep }: ImportRun,
  { plan, leftOut }: StampedPlan<object>,
  { noun, limitBatchId = null }: Applied,
): Promise<void> {
  const { actor } = ctx;
  if (!keep) return;
  if (actor.kind !== "user") throw new UnauthenticatedError();
  const { added, changed, asked } = countsOf(plan);
  if (added + changed === 0) return;
  const { text, rows } = keep.undoOf(plan);
  await insertPastImport(
    db,
    { ...ctx, actor },
    {
      ...{ importId: newId("imp"), noun, fileName: keep.fileName, added, changed, asked },
      ...{ leftOut: leftOut.length, limitBatchId, undoRows: rows, undoFile: text },
    },
  );
}

import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { findUndoFile } from "@/lib/data/past-imports";
import { NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { authorize } from "@/lib/use-cases/authorize";

/** The file that undoes a past import, for those who could import it. */
export async function getUndoFile(ctx: Ctx, importId: string) {
  authorize(ctx, "imports.apply", ACQUIRER);
  const file = await withAcquirer(ctx, (db) => findUndoFile(db, importId));
  if (!file) throw new NotFoundError();
  return file;
}

import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import type { ImportNoun, PastImport } from "@/lib/domain/imports/import-plan";
import { COUNTED_UP_TO, type PageFrom } from "@/lib/domain/page";
import type { Db, UserCtx } from "@/lib/data/ctx";
import { Prisma } from "@/lib/data/generated/client";
import { inListOrder, keysetOf } from "@/lib/data/keyset";

// Imports are the acquirer's own: every function works in its context.

export type NewPastImport = Omit<PastImport, "makerName" | "appliedAt"> & {
  undoFile: string | null;
};

export async function insertPastImport(
  db: Db,
  ctx: UserCtx,
  { undoFile, ...said }: NewPastImport,
): Promise<void> {
  const { userId, name } = ctx.actor;
  const maker = { makerUserId: userId, makerName: name };
  await db.pastImport.create({
    data: { ...said, ...maker, undoFile, merchantId: ACQUIRER, appliedAt: ctx.now() },
  });
}

type Row = Omit<PastImport, "appliedAt" | "noun"> & { noun: string; appliedAt: Date };

/** One page of imports, the latest first, one row more when another page follows; and how many there are. */
export async function listPastImports(
  db: Db,
  { limit, from }: { limit: number; from: PageFrom },
): Promise<{ rows: PastImport[]; total: number }> {
  const { order, beyond } = keysetOf({
    by: [Prisma.sql`i.import_id`],
    valuesOf: ({ id }) => [Prisma.sql`${id}`],
    ...{ descending: true, from },
  });
  const rows = await db.$queryRaw<Row[]>`
    select i.import_id as "importId", i.noun, i.file_name as "fileName", i.added, i.changed, i.asked,
      i.left_out as "leftOut", i.limit_batch_id as "limitBatchId", i.maker_name as "makerName",
      i.applied_at as "appliedAt", i.undo_rows as "undoRows"
    from past_imports i where i.merchant_id = ${ACQUIRER} and ${beyond}
    order by ${order} limit ${limit + 1}`;
  const [counted] = await db.$queryRaw<[{ found: number }]>`
    select count(*)::int as found from (select from past_imports i
      where i.merchant_id = ${ACQUIRER} limit ${COUNTED_UP_TO + 1}) counted`;
  const imports = rows.map((row) => ({
    ...{ ...row, noun: row.noun as ImportNoun, appliedAt: row.appliedAt.getTime() },
  }));
  return { rows: inListOrder(imports, from), total: counted.found };
}

/** The file that undoes an import; null where there is no such import, or nothing it could restore. */
export async function findUndoFile(
  db: Db,
  importId: string,
): Promise<{ noun: string; undoFile: string } | null> {
  const where = { merchantId_importId: { merchantId: ACQUIRER, importId } };
  const row = await db.pastImport.findUnique({ where, select: { noun: true, undoFile: true } });
  return row?.undoFile ? { noun: row.noun, undoFile: row.undoFile } : null;
}

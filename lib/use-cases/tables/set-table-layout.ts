import "server-only";
import type { TableName } from "@/lib/domain/tables/tables";
import type { Ctx } from "@/lib/data/ctx";
import { withDirectory } from "@/lib/data/db";
import { setTableLayout as write, type TableLayout } from "@/lib/data/table-setups";
import { authorizePerson } from "@/lib/use-cases/authorize";

/** Remembers the columns and the density the signed-in person wants of a table. */
export async function setTableLayout(
  ctx: Ctx,
  table: TableName,
  layout: TableLayout,
): Promise<void> {
  const { userId } = authorizePerson(ctx);
  await withDirectory((db) => write(db, userId, table, layout));
}

import "server-only";
import type { TableName, TableSetup } from "@/lib/domain/tables/tables";
import type { Ctx } from "@/lib/data/ctx";
import { withDirectory } from "@/lib/data/db";
import { findTableSetup } from "@/lib/data/table-setups";
import { authorizePerson } from "@/lib/use-cases/authorize";

/** How the signed-in person looks at a table, and the views they keep of it. */
export async function getTableSetup(ctx: Ctx, table: TableName): Promise<TableSetup> {
  const { userId } = authorizePerson(ctx);
  return withDirectory((db) => findTableSetup(db, userId, table));
}

import "server-only";
import type { TableName } from "@/lib/domain/tables/tables";
import type { Ctx } from "@/lib/data/ctx";
import { withDirectory } from "@/lib/data/db";
import { deleteTableView as remove } from "@/lib/data/table-setups";
import { authorizePerson } from "@/lib/use-cases/authorize";

/** Forgets a view of the signed-in person; one that is gone already is gone. */
export async function deleteTableView(ctx: Ctx, table: TableName, name: string): Promise<void> {
  const { userId } = authorizePerson(ctx);
  await withDirectory((db) => remove(db, userId, table, name));
}

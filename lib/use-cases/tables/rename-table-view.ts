import "server-only";
import { InvalidError, NotFoundError } from "@/lib/domain/errors";
import type { TableName } from "@/lib/domain/tables/tables";
import type { Ctx } from "@/lib/data/ctx";
import { withDirectory } from "@/lib/data/db";
import { renameTableView as rename } from "@/lib/data/table-setups";
import { authorizePerson } from "@/lib/use-cases/authorize";

/** Gives a view of the signed-in person another name, unless they keep one of that name already. */
export async function renameTableView(
  ctx: Ctx,
  table: TableName,
  names: { name: string; to: string },
): Promise<void> {
  const { userId } = authorizePerson(ctx);
  const outcome = await withDirectory((db) => rename(db, userId, table, names));
  if (outcome === "gone") throw new NotFoundError();
  if (outcome === "renamed") return;
  const detail = "There is a view of that name already.";
  throw new InvalidError([{ pointer: "/to", code: "taken", detail }]);
}

import "server-only";
import { InvalidError } from "@/lib/domain/errors";
import { MOST_VIEWS, type TableName, type TableView, viewQuery } from "@/lib/domain/tables/tables";
import type { Ctx } from "@/lib/data/ctx";
import { withDirectory } from "@/lib/data/db";
import { setTableView as write } from "@/lib/data/table-setups";
import { authorizePerson } from "@/lib/use-cases/authorize";

const LONGEST_QUERY = 2_000;

/** Keeps a view of a table for the signed-in person; one of the same name is replaced. */
export async function setTableView(
  ctx: Ctx,
  table: TableName,
  { name, query }: TableView,
): Promise<void> {
  const { userId } = authorizePerson(ctx);
  const view = { name, query: viewQuery(query) };
  if (view.query.length > LONGEST_QUERY) {
    const detail = `A view keeps at most ${LONGEST_QUERY} characters of filters.`;
    throw new InvalidError([{ pointer: "/query", code: "too_long", detail }]);
  }
  const isKept = await withDirectory((db) => write(db, userId, table, view));
  if (isKept) return;
  const detail = `There are ${MOST_VIEWS} views of this table; delete one first.`;
  throw new InvalidError([{ pointer: "/name", code: "too_many", detail }]);
}

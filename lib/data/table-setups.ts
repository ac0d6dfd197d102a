import "server-only";
import type { Db } from "@/lib/data/ctx";
import {
  type Density,
  MOST_VIEWS,
  type TableName,
  type TableSetup,
  type TableView,
} from "@/lib/domain/tables/tables";

// What is kept here belongs to a person, not to a merchant; their id leads every key.

export type TableLayout = Pick<TableSetup, "columns" | "density">;

/** How the person looks at the table, with their views in the order they were made. */
export async function findTableSetup(
  db: Db,
  userId: string,
  tableName: TableName,
): Promise<TableSetup> {
  const layout = await db.tableLayout.findUnique({
    where: { userId_tableName: { userId, tableName } },
  });
  const views = await db.tableView.findMany({
    where: { userId, tableName },
    orderBy: [{ createdAt: "asc" }, { name: "asc" }],
    select: { name: true, query: true },
  });
  return {
    columns: layout?.columns ?? [],
    density: (layout?.density ?? "comfortable") as Density,
    views,
  };
}

export async function setTableLayout(
  db: Db,
  userId: string,
  tableName: TableName,
  { columns, density }: TableLayout,
): Promise<void> {
  await db.$executeRaw`
    insert into table_layouts (user_id, table_name, columns, density)
    values (${userId}, ${tableName}, ${[...columns]}, ${density})
    on conflict (user_id, table_name) do update set columns = excluded.columns, density = excluded.density`;
}

/** Keeps a view, in place of one of the same name; false when there are as many as may be. */
export async function setTableView(
  db: Db,
  userId: string,
  tableName: TableName,
  { name, query }: TableView,
): Promise<boolean> {
  const written = await db.$executeRaw`
    insert into table_views (user_id, table_name, name, query)
    select ${userId}, ${tableName}, ${name}, ${query}
    where (select count(*) from table_views v where v.user_id = ${userId}
      and v.table_name = ${tableName} and v.name <> ${name}) < ${MOST_VIEWS}
    on conflict (user_id, table_name, name) do update set query = excluded.query`;
  return written === 1;
}

/** Gives a view another name: "taken" while the person keeps one of that name, "gone" without the old one. */
export async function renameTableView(
  db: Db,
  userId: string,
  tableName: TableName,
  { name, to }: { name: string; to: string },
): Promise<"renamed" | "taken" | "gone"> {
  const views = await db.$queryRaw<{ name: string }[]>`
    select name from table_views where user_id = ${userId} and table_name = ${tableName}
    order by name for update`;
  const names = views.map((view) => view.name);
  if (!names.includes(name)) return "gone";
  if (name === to) return "renamed";
  if (names.includes(to)) return "taken";
  const { count } = await db.tableView.updateMany({
    where: { userId, tableName, name },
    data: { name: to },
  });
  return count === 1 ? "renamed" : "gone";
}

export async function deleteTableView(
  db: Db,
  userId: string,
  tableName: TableName,
  name: string,
): Promise<void> {
  await db.tableView.deleteMany({ where: { userId, tableName, name } });
}

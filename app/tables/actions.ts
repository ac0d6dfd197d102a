"use server";

import { revalidatePath } from "next/cache";
import {
  tableLayoutForm,
  tableViewForm,
  tableViewRef,
  tableViewRename,
} from "@/lib/contracts/table-forms";
import { TABLES, type TableName } from "@/lib/domain/tables/tables";
import { action } from "@/lib/http/action";
import { deleteTableView } from "@/lib/use-cases/tables/delete-table-view";
import { renameTableView } from "@/lib/use-cases/tables/rename-table-view";
import { setTableLayout } from "@/lib/use-cases/tables/set-table-layout";
import { setTableView } from "@/lib/use-cases/tables/set-table-view";

const refresh = (table: TableName) => revalidatePath(TABLES[table].path);

export const setLayout = action(tableLayoutForm, async ({ ctx }, { table, ...layout }) => {
  await setTableLayout(ctx, table, layout);
  refresh(table);
});

export const saveView = action(tableViewForm, async ({ ctx }, { table, ...view }) => {
  await setTableView(ctx, table, view);
  refresh(table);
});

export const renameView = action(tableViewRename, async ({ ctx }, { table, ...names }) => {
  await renameTableView(ctx, table, names);
  refresh(table);
});

export const deleteView = action(tableViewRef, async ({ ctx }, { table, name }) => {
  await deleteTableView(ctx, table, name);
  refresh(table);
});

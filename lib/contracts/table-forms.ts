import { z } from "zod";
import { DENSITIES, TABLE_NAMES } from "@/lib/domain/tables/tables";

const table = z.enum(TABLE_NAMES);
const column = z.string().regex(/^[A-Za-z]{1,40}$/);

/** Which columns of a table a person wants, and how close its rows stand; no columns = as it comes. */
export const tableLayoutForm = z.strictObject({
  table,
  columns: z.array(column).max(40),
  density: z.enum(DENSITIES),
});
export type TableLayoutForm = z.infer<typeof tableLayoutForm>;

const name = z.string().trim().min(1, { error: "too_short" }).max(40, { error: "too_long" });

/** A view to keep: its name, and what follows the "?" of the table's address. */
export const tableViewForm = z.strictObject({ table, name, query: z.string().max(2_000) });
export type TableViewForm = z.infer<typeof tableViewForm>;

/** A view and the name it is to have. */
export const tableViewRename = z.strictObject({ table, name, to: name });
export type TableViewRename = z.infer<typeof tableViewRename>;

export const tableViewRef = z.strictObject({ table, name });
export type TableViewRef = z.infer<typeof tableViewRef>;

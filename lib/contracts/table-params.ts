import { z } from "zod";
import { readCursor } from "@/lib/contracts/list-cursor";
import { paramOf, plainWidth } from "@/lib/contracts/search-params";
import type { PageFrom } from "@/lib/domain/page";

export const ROWS_PER_PAGE = 25;

/** An address's parameters as Next.js hands them over. */
export type SaidParams = Record<string, string | string[] | undefined>;

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** One of these words; null for anything else. */
export const wordParam = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.preprocess(one, z.enum(words).nullable().catch(null));

/** One of these words; the first for anything else. */
export const sortParam = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.preprocess(one, z.enum(words).catch(words[0] as never));

/** Text searched for, in plain width; "" when there is none. */
export const textParam = (longest = 80) =>
  z.preprocess(
    (value) => plainWidth(paramOf(value as string | string[] | undefined, longest)),
    z.string(),
  );

const rawParam = z.preprocess(one, z.string().max(1_000).optional().catch(undefined));

const words = z.string().max(500);

/** What the address of every table may say: its columns, joined by dots, and where the page begins. */
export const TABLE_PARAMS = {
  cols: z.preprocess(one, words.transform((text) => text.split(".").filter(Boolean)).catch([])),
  after: rawParam,
  before: rawParam,
};

const PageAddress = z.object({ after: rawParam, before: rawParam });

/** The page an address says, of a list that says nothing else. */
export const readPageParams = (params: SaidParams) => PageAddress.parse(params);

/** The columns of an address as it writes them; null = not said. */
export const colsText = (cols: readonly string[]): string | null =>
  cols.length === 0 ? null : cols.join(".");

/** How the address of a list is read, whose order begins in this direction; what cannot be read is not there. */
export function listAddress<Fields extends z.ZodRawShape>(
  fields: Fields,
  directions: readonly ["asc" | "desc", "asc" | "desc"] = ["asc", "desc"],
) {
  return z.object({ ...fields, dir: sortParam(directions), ...TABLE_PARAMS });
}

/** The page of a list that its address says. */
export const pageOf = (params: PageParams & { dir: "asc" | "desc" }) => ({
  ...{ descending: params.dir === "desc", limit: ROWS_PER_PAGE, ...pageFrom(params) },
});

type PageParams = { after?: string | undefined; before?: string | undefined };

type Sorted = { sort: string; dir: "asc" | "desc" };

/** What an address says of the order; nothing while it is the order a table comes in. */
export const sortQuery = ({ sort, dir }: Sorted, usual: Sorted) =>
  sort === usual.sort && dir === usual.dir ? {} : { sort, dir };

/** Where a page begins and how many rows stand before it; at the beginning without a cursor that can be read. */
export function pageFrom({ after, before }: PageParams): {
  from: PageFrom;
  start: number;
} {
  const cursor = readCursor(after ?? before);
  if (cursor === null) return { from: null, start: 0 };
  const { value, id, start } = cursor;
  return { from: { key: { value, id }, backwards: after === undefined }, start };
}

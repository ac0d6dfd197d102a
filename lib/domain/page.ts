/** One page of a list, newest or smallest first; `nextKey` continues after its last row. */
export type Page<Row> = { rows: Row[]; nextKey: string | null };

/** Cuts one row more than asked for off a page, to know whether another one follows. */
export function toPage<Row>(
  found: readonly Row[],
  limit: number,
  keyOf: (row: Row) => string,
): Page<Row> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, nextKey: found.length > limit && last ? keyOf(last) : null };
}

/** A row's place in a list: what it is sorted by and its id. */
export type RowPlace = { value: string; id: string };

/** Where a page begins: beyond a row, going on or going back; null = at the list's beginning. */
export type PageFrom = { key: RowPlace; backwards: boolean } | null;

/** A page of a list that can be read both ways; a place is null where the list begins or ends. */
export type Span<Row> = { rows: Row[]; previous: RowPlace | null; next: RowPlace | null };

/** Cuts the row more than asked for off, at the end the page was read towards. */
export function toSpan<Row>(
  found: readonly Row[],
  { limit, from }: { limit: number; from: PageFrom },
  placeOf: (row: Row) => RowPlace,
): Span<Row> {
  const backwards = from?.backwards ?? false;
  const hasMore = found.length > limit;
  const rows = backwards ? found.slice(-limit) : found.slice(0, limit);
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    previous: first && (backwards ? hasMore : from !== null) ? placeOf(first) : null,
    next: last && (backwards || hasMore) ? placeOf(last) : null,
  };
}

/** A list counts its rows exactly up to here; one more stands for "more than". */
export const COUNTED_UP_TO = 10_000;

/** A list that need not be counted, as page after page of a file, leaves its total at 0. */
export type Counting = { counted?: boolean };

/** Names in the order of pinyin, for readers of Chinese, or in the root order of all scripts. */
export type NameOrder = "pinyin" | "root";

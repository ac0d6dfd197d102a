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

import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { monotonicFactory } from "ulid";

const nextUlid = monotonicFactory();

/** An id as the product makes them, as if it had been made at `at`. */
export const idAt = (prefix: string, at: number): string => `${prefix}_${nextUlid(at)}`;

/** A number in [0, 1) that is the same for the same words, so that the world looks alike each time. */
export const chance = (...words: (string | number)[]): number =>
  createHash("sha256").update(words.join("|")).digest().readUInt32BE(0) / 2 ** 32;

type Row = Readonly<Record<string, unknown>>;

/** Inserts rows that all have the columns of the first one. */
export async function insertRows(
  client: ClientBase,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(", ");
  await client.query(
    `insert into "${table}" (${columns})
     select ${columns} from jsonb_populate_recordset(null::"${table}", $1)`,
    [JSON.stringify(rows)],
  );
}

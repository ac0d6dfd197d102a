import { createHash, randomBytes } from "node:crypto";
import type { ClientBase } from "pg";
import { encodeTime } from "ulid";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TIME_LENGTH = 10;
const ORDER_LENGTH = 6;
const RANDOM_LENGTH = 10;
let made = 0;

/** A count as six characters that sort like it. */
function inOrder(count: number): string {
  let text = "";
  for (let rest = count; text.length < ORDER_LENGTH; rest = Math.floor(rest / ALPHABET.length)) {
    text = ALPHABET.charAt(rest % ALPHABET.length) + text;
  }
  return text;
}

/** An id as the product makes them, as if made at `at`; of the same moment, in the order of the calls. */
export function idAt(prefix: string, at: number): string {
  const random = [...randomBytes(RANDOM_LENGTH)].map((byte) => ALPHABET.charAt(byte % 32)).join("");
  return `${prefix}_${encodeTime(Math.floor(at), TIME_LENGTH)}${inOrder(made++)}${random}`;
}

/** A number in [0, 1) that is the same for the same words, so that the world looks alike each time. */
export const chance = (...words: (string | number)[]): number =>
  createHash("sha256").update(words.join("|")).digest().readUInt32BE(0) / 2 ** 32;

export const iso = (at: number): string => new Date(at).toISOString();
export const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

export type Row = Readonly<Record<string, unknown>>;

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

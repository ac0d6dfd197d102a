import "server-only";
import type { Db } from "@/lib/data/ctx";

/** What one Idempotency-Key stands for: who sent it, to which method and path. */
export type OnceKey = { owner: "merchant" | "acquirer"; method: string; path: string; key: string };

export type StoredAnswer = { requestHash: string; answer: unknown };

type Begun = { state: "free" } | { state: "in_flight" } | ({ state: "stored" } & StoredAnswer);

/** Begins inside the merchant's transaction and holds the key until it ends; see `begin_once`. */
export async function beginOnce(
  db: Db,
  merchantId: string,
  { owner, method, path, key }: OnceKey,
  at: Date,
): Promise<Begun> {
  const [row] = await db.$queryRaw<{ begun: Begun }[]>`
    select begin_once(${merchantId}, ${owner}, ${method}, ${path}, ${key}, ${at}) as begun`;
  if (!row) throw new Error("begin_once answered nothing.");
  return row.begun;
}

export async function recordAnswer(
  db: Db,
  merchantId: string,
  { owner, method, path, key }: OnceKey,
  stored: StoredAnswer & { status: number; at: Date },
): Promise<void> {
  await db.$executeRaw`
    select end_once(${merchantId}, ${owner}, ${method}, ${path}, ${key}, ${stored.at},
      ${stored.requestHash}, ${stored.status}, ${JSON.stringify(stored.answer)}::jsonb)`;
}

/** Undoes what `fn` wrote when it throws, and only that: the transaction goes on. */
export async function withSavepoint<T>(db: Db, fn: () => Promise<T>): Promise<T> {
  await db.$executeRaw`savepoint effect`;
  try {
    return await fn();
  } catch (error) {
    await db.$executeRaw`rollback to savepoint effect`;
    throw error;
  }
}

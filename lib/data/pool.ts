import "server-only";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/lib/data/generated/client";
import { asUnavailable } from "@/lib/data/unavailable";

type Database = { pool: pg.Pool; prisma: PrismaClient };

const SLOT = Symbol.for("headroom.database");
const slot = globalThis as { [SLOT]?: Database };

const INT8_OID = 20;

// A connection costs more to open than many questions to answer, most of all when the machine is busy.
const KEEP_IDLE_MS = 600_000;

// Amounts stay below 2^53, so a plain number holds every bigint the raw queries read.
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === INT8_OID && format !== "binary" ? Number : pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig;

const statementName = (query: { sql: string }) =>
  createHash("sha1").update(query.sql).digest("base64url");

/** Opens the one pool of this process; raw queries and Prisma share it. */
export function openDatabase(
  connectionString: string,
  options: { max?: number; connectMs?: number; onError?: (error: Error) => void } = {},
): Database {
  const pool = new pg.Pool({
    connectionString,
    max: options.max ?? 20,
    connectionTimeoutMillis: options.connectMs ?? 750,
    idleTimeoutMillis: KEEP_IDLE_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types,
  });
  const onError = options.onError ?? (() => undefined);
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", onError));
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementName });
  const database = { pool, prisma: new PrismaClient({ adapter }) };
  slot[SLOT] = database;
  return database;
}

export async function closeDatabase(): Promise<void> {
  const database = slot[SLOT];
  slot[SLOT] = undefined;
  await database?.prisma.$disconnect();
  if (database && !database.pool.ended) await database.pool.end();
}

/** The open database; throws when the process has not opened one. */
export function database(): Database {
  const open = slot[SLOT];
  if (!open) throw new Error("The database is not open yet.");
  return open;
}

type Prepared = pg.QueryConfig & { query_timeout?: number };

/**
 * One prepared statement outside any transaction; the function it calls names its merchant. A connection
 * that has not answered by the deadline is given up.
 */
export async function queryPrepared<Row extends pg.QueryResultRow>(
  name: string,
  text: string,
  values: unknown[],
  deadlineAt?: number,
): Promise<Row[]> {
  const query: Prepared = { name, text, values };
  if (deadlineAt !== undefined) query.query_timeout = Math.max(1, deadlineAt - Date.now());
  try {
    const result = await database().pool.query<Row>(query);
    return result.rows;
  } catch (error) {
    throw asUnavailable(error);
  }
}

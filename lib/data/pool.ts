import "server-only";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/lib/data/generated/client";
import { perMode, type Mode } from "@/lib/domain/mode";
import { asUnavailable } from "@/lib/data/unavailable";

type Database = { pool: pg.Pool; prisma: PrismaClient };
type OpenOptions = { max?: number; connectMs?: number; onError?: (error: Error) => void };

const SLOT = Symbol.for("headroom.database");
const slot = globalThis as { [SLOT]?: Readonly<Record<Mode, Database>> };

const INT8_OID = 20;

const MOST_TEST_CONNECTIONS = 4;
const SCHEMAS = { live: "public", test: "test" };

// A connection costs more to open than many questions to answer, most of all when the machine is busy.
const KEEP_IDLE_MS = 600_000;

// Amounts stay below 2^53, so a plain number holds every bigint the raw queries read.
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === INT8_OID && format !== "binary" ? Number : pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig;

const statementName = (query: { sql: string }) =>
  createHash("sha1").update(query.sql).digest("base64url");

/** Connections of test mode find its own tables first, and the live settings through its views. */
function urlOf(connectionString: string, mode: Mode): string {
  if (mode === "live") return connectionString;
  const url = new URL(connectionString);
  const given = url.searchParams.get("options") ?? "";
  url.searchParams.set("options", `${given} -c search_path=${SCHEMAS.test},public`.trim());
  return url.toString();
}

function open(connectionString: string, mode: Mode, options: OpenOptions): Database {
  const { max = 20 } = options;
  const pool = new pg.Pool({
    connectionString: urlOf(connectionString, mode),
    max: mode === "live" ? max : Math.min(max, MOST_TEST_CONNECTIONS),
    connectionTimeoutMillis: options.connectMs ?? 750,
    idleTimeoutMillis: KEEP_IDLE_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types,
  });
  const onError = options.onError ?? (() => undefined);
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", onError));
  const adapter = new PrismaPg(pool, {
    ...{ schema: SCHEMAS[mode], statementNameGenerator: statementName },
  });
  return { pool, prisma: new PrismaClient({ adapter }) };
}

/** Opens one pool a mode for this process; raw queries and Prisma share it. */
export function openDatabase(connectionString: string, options: OpenOptions = {}): void {
  slot[SLOT] = perMode((mode) => open(connectionString, mode, options));
}

export async function closeDatabase(): Promise<void> {
  const databases = Object.values(slot[SLOT] ?? {});
  slot[SLOT] = undefined;
  for (const { pool, prisma } of databases) {
    await prisma.$disconnect();
    if (!pool.ended) await pool.end();
  }
}

/** The open database; throws when the process has not opened one. */
export function database(mode: Mode = "live"): Database {
  const open = slot[SLOT];
  if (!open) throw new Error("The database is not open yet.");
  return open[mode];
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
  { deadlineAt, mode = "live" }: { deadlineAt?: number; mode?: Mode } = {},
): Promise<Row[]> {
  const query: Prepared = { name, text, values };
  if (deadlineAt !== undefined) query.query_timeout = Math.max(1, deadlineAt - Date.now());
  try {
    const result = await database(mode).pool.query<Row>(query);
    return result.rows;
  } catch (error) {
    throw asUnavailable(error);
  }
}

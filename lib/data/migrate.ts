import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type pg from "pg";

const LOCK = 4_201_003;

// The table Prisma keeps, so that `prisma migrate deploy` agrees with what was applied here.
const HISTORY = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

type Migration = { name: string; sql: string; checksum: string };

/** The migrations of this version, in the order they apply. */
export function readMigrations(folder = path.resolve("prisma/migrations")): Migration[] {
  return readdirSync(/*turbopackIgnore: true*/ folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

type Applied = { migration_name: string; checksum: string };

async function listApplied(client: pg.ClientBase): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    `select migration_name, checksum from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by migration_name`,
  );
  return rows;
}

/** Why the applied migrations and this version's do not fit together, or null when they do. */
export function findMismatch(
  applied: readonly Applied[],
  known: readonly Migration[],
): string | null {
  const byName = new Map(known.map((migration) => [migration.name, migration.checksum]));
  for (const { migration_name: name, checksum } of applied) {
    const expected = byName.get(name);
    if (expected === undefined) {
      return `Migration ${name} was applied to this database but is not part of this version. Start the version that brought it.`;
    }
    if (expected !== checksum) {
      return `Migration ${name} was changed after it was applied. Restore the file and add a new migration instead.`;
    }
  }
  return null;
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query(migration.sql);
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     values ($1, $2, $3, clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name],
  );
}

/** Runs `fn` in one transaction that only one process at a time can be in. */
export async function inSetUpTransaction<T>(
  client: pg.ClientBase,
  fn: () => Promise<T>,
): Promise<T> {
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock($1)", [LOCK]);
    const result = await fn();
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

/** Applies what is missing, each migration in one transaction; answers the names applied. */
export async function migrate(client: pg.ClientBase): Promise<string[]> {
  const known = readMigrations();
  await inSetUpTransaction(client, () => client.query(HISTORY));
  const names: string[] = [];
  for (const migration of known) {
    const done = await inSetUpTransaction(client, async () => {
      const applied = await listApplied(client);
      const mismatch = findMismatch(applied, known);
      if (mismatch) throw new Error(mismatch);
      if (applied.some((one) => one.migration_name === migration.name)) return false;
      await apply(client, migration);
      return true;
    });
    if (done) names.push(migration.name);
  }
  return names;
}

/** How many migrations of this version the database lacks; throws on a changed or unknown one. */
export async function countMissing(client: pg.ClientBase): Promise<number> {
  const known = readMigrations();
  const applied = await listApplied(client);
  const mismatch = findMismatch(applied, known);
  if (mismatch) throw new Error(mismatch);
  return known.length - applied.length;
}

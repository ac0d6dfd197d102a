import "server-only";
import pg from "pg";
import { runMigrations } from "graphile-worker";
import { loadReferenceData } from "@/prisma/reference-data/load";
import { inSetUpTransaction, migrate } from "@/lib/data/migrate";
import { ensureServerRole, serverUrlOf } from "@/lib/data/server-role";

const CONNECT_MS = 15_000;

// The queue's tables carry row-level security without policies; the server works them all.
const QUEUE_ACCESS = `
  grant usage on schema graphile_worker to headroom_app;
  grant select, insert, update, delete on all tables in schema graphile_worker to headroom_app;
  grant usage on all sequences in schema graphile_worker to headroom_app;
  grant execute on all functions in schema graphile_worker to headroom_app;
  do $$ declare queue record; begin
    for queue in
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'graphile_worker' and c.relkind = 'r' and c.relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid)
    loop
      execute format('create policy server on graphile_worker.%I to headroom_app using (true) with check (true)', queue.relname);
    end loop;
  end $$`;

const OLDEST_VERSION = 150_000;

async function requireVersion(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: number; name: string }>(
    "select current_setting('server_version_num')::int as version, version() as name",
  );
  const { version = 0, name = "" } = rows[0] ?? {};
  if (version < OLDEST_VERSION)
    throw new Error(`PostgreSQL 15 or later is needed; this is ${name}`);
}

async function connectAsOwner(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: CONNECT_MS });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const why = error instanceof Error ? error.message || (error as { code?: string }).code : error;
    throw new Error(`The database cannot be reached: ${why}`, { cause: error });
  }
  return client;
}

/** Brings a database up to this version as its owner; answers the address the server connects to. */
export async function prepareDatabase(
  ownerUrl: string,
  authSecret: string,
): Promise<{ serverUrl: string; migrated: string[] }> {
  const client = await connectAsOwner(ownerUrl);
  try {
    await requireVersion(client);
    const migrated = await migrate(client);
    await runMigrations({ connectionString: ownerUrl });
    await inSetUpTransaction(client, async () => {
      await client.query("select mirror_test_mode()");
      await ensureServerRole(client, ownerUrl, authSecret);
      await client.query(QUEUE_ACCESS);
      await client.query("select keep_partitions()");
      await loadReferenceData(client);
    });
    return { serverUrl: serverUrlOf(ownerUrl, authSecret), migrated };
  } finally {
    await client.end();
  }
}

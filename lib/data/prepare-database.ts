import "server-only";
import pg from "pg";
import { runMigrations } from "graphile-worker";
import { loadReferenceData } from "@/prisma/reference-data/load";
import { migrate } from "@/lib/data/migrate";
import { ensureServerRole, serverUrlOf } from "@/lib/data/server-role";

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

/** Brings a database up to this version as its owner; answers the address the server connects to. */
export async function prepareDatabase(
  ownerUrl: string,
  authSecret: string,
): Promise<{ serverUrl: string; migrated: string[] }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const migrated = await migrate(client);
    await ensureServerRole(client, ownerUrl, authSecret);
    await runMigrations({ connectionString: ownerUrl });
    await client.query(QUEUE_ACCESS);
    await loadReferenceData(client);
    return { serverUrl: serverUrlOf(ownerUrl, authSecret), migrated };
  } finally {
    await client.end();
  }
}

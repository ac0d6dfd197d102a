import path from "node:path";
import pg from "pg";
import { startCluster, stopCluster } from "@/lib/platform/embedded-postgres/cluster";
import { keptSecrets } from "@/lib/platform/embedded-postgres/secrets";

const DATABASE = "headroom";
const SERVING = 4_201_001;
const IN_USE = 4_201_002;

/** The embedded database as one process uses it; the last one to leave stops it. */
export type EmbeddedDatabase = {
  ownerUrl: string;
  authSecret: string;
  leave: () => Promise<void>;
};

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

async function has(client: pg.Client, sql: string, values: unknown[]): Promise<boolean> {
  const { rows } = await client.query<{ yes: boolean }>(sql, values);
  return rows[0]?.yes === true;
}

/**
 * Starts or joins the database of a data folder. `serve` claims the folder for a server: a second
 * one is refused, for as long as the first one's connection lives.
 */
export async function attachEmbedded(
  dataDir: string,
  purpose: "serve" | "command",
): Promise<EmbeddedDatabase> {
  const home = path.resolve(dataDir);
  const secrets = keptSecrets(home);
  const running = await startCluster(path.join(home, "postgres"), secrets.databasePassword);
  const address = `127.0.0.1:${running.port}`;
  const url = (name: string) =>
    `postgres://postgres:${secrets.databasePassword}@${address}/${name}`;
  const client = await connect(url("postgres"));
  await client.query("select pg_advisory_lock_shared($1)", [IN_USE]);
  const lock = "select pg_try_advisory_lock($1) as yes";
  if (purpose === "serve" && !(await has(client, lock, [SERVING]))) {
    await client.end();
    throw new Error(`Headroom already runs on ${home}. Stop it, or set HEADROOM_DATA_DIR.`);
  }
  const exists = "select true as yes from pg_database where datname = $1";
  if (!(await has(client, exists, [DATABASE]))) await client.query(`create database ${DATABASE}`);
  const leave = async () => {
    await client.query("select pg_advisory_unlock_shared($1)", [IN_USE]);
    const last = await has(client, lock, [IN_USE]);
    await client.end();
    if (last) await stopCluster(running);
  };
  return { ownerUrl: url(DATABASE), authSecret: secrets.authSecret, leave };
}

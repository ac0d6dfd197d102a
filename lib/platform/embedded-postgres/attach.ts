import { realpathSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import {
  startCluster,
  stopCluster,
  type RunningCluster,
} from "@/lib/platform/embedded-postgres/cluster";
import { keptSecrets, type Secrets } from "@/lib/platform/embedded-postgres/secrets";
import { withStartLock } from "@/lib/platform/embedded-postgres/start-lock";
import { logger } from "@/lib/platform/logger";

const DATABASE = "headroom";
const SERVING = 4_201_001;
const IN_USE = 4_201_002;
const JOIN_MS = 30_000;
const TAKE_OVER_MS = 3_000;

type Purpose = "serve" | "command";

/** The embedded database as one process uses it; the last one to leave stops it. */
export type EmbeddedDatabase = {
  ownerUrl: string;
  authSecret: string;
  leave: () => Promise<void>;
};

type Hold = { running: RunningCluster; client: pg.Client };

const urlOf = ({ port }: RunningCluster, { databasePassword }: Secrets, name: string) =>
  `postgres://postgres:${databasePassword}@127.0.0.1:${port}/${name}`;

async function has(client: pg.Client, sql: string, values: unknown[]): Promise<boolean> {
  const { rows } = await client.query<{ yes: boolean }>(sql, values);
  return rows[0]?.yes === true;
}

const tryLock = (client: pg.Client, lock: number) =>
  has(client, "select pg_try_advisory_lock($1) as yes", [lock]);

async function join(home: string, secrets: Secrets, port?: number): Promise<Hold> {
  const folder = path.join(home, "postgres");
  const running = await withStartLock(home, () =>
    startCluster(folder, secrets.databasePassword, port),
  );
  const client = new pg.Client({ connectionString: urlOf(running, secrets, "postgres") });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("select pg_advisory_lock_shared($1)", [IN_USE]);
  const { rows } = await client.query<{ data_directory: string }>("show data_directory");
  if (rows[0]?.data_directory !== realpathSync(folder)) {
    await client.end();
    throw new Error(`${folder}/postmaster.pid names another PostgreSQL; remove the file.`);
  }
  return { running, client };
}

// The database may just be stopping under another process, or recovering from a crash.
const PASSING = new Set(["ECONNREFUSED", "ECONNRESET", "57P01", "57P03"]);

function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return PASSING.has(code ?? "") || /terminated unexpectedly/.test(message ?? "");
}

async function joinInTime(home: string, secrets: Secrets, port?: number): Promise<Hold> {
  for (const end = Date.now() + JOIN_MS; ; await sleep(200)) {
    try {
      return await join(home, secrets, port);
    } catch (error) {
      if (!isPassing(error) || Date.now() > end) throw error;
    }
  }
}

/** A server that is just stopping gets a moment to let go of the folder. */
async function claim(client: pg.Client, home: string): Promise<void> {
  for (const end = Date.now() + TAKE_OVER_MS; Date.now() < end; await sleep(200)) {
    if (await tryLock(client, SERVING)) return;
  }
  throw new Error(`Headroom already runs on ${home}. Stop it, or set HEADROOM_DATA_DIR.`);
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const exists = "select true as yes from pg_database where datname = $1";
  if (await has(client, exists, [DATABASE])) return;
  await client.query(`create database ${DATABASE}`).catch((error: { code?: string }) => {
    if (error.code !== "42P04" && error.code !== "23505") throw error;
  });
}

/**
 * Starts or joins the database of a data folder. `serve` claims the folder for a server: a second
 * one is refused for as long as the first one lives. A server's database that dies is started again
 * at the same address.
 */
export async function attachEmbedded(dataDir: string, purpose: Purpose): Promise<EmbeddedDatabase> {
  const home = path.resolve(dataDir);
  const secrets = await keptSecrets(home);
  let hold = await joinInTime(home, secrets);
  let leaving = false;
  let recovery = Promise.resolve();

  const leave = async () => {
    // What a recovery under way starts is to be stopped as well.
    await recovery;
    leaving = true;
    try {
      await hold.client.query("select pg_advisory_unlock_shared($1)", [IN_USE]);
      // Held until it is down, so that nobody joins a database that is about to stop.
      if (await tryLock(hold.client, IN_USE)) await stopCluster(hold.running);
    } catch (error) {
      logger.warn({ err: error }, "the embedded database was gone before it was left");
    }
    await hold.client.end();
  };

  const recover = async () => {
    logger.warn("the embedded database went away; starting it again");
    const { port } = hold.running;
    hold = await joinInTime(home, secrets, port);
    if (hold.running.port !== port) throw new Error("the embedded database moved");
    await claim(hold.client, home);
    watch();
  };

  const watch = () =>
    hold.client.once("end", () => {
      if (leaving) return;
      recovery = recover().catch((error: unknown) => {
        logger.fatal({ err: error }, "the embedded database is lost");
        process.kill(process.pid, "SIGTERM");
      });
    });

  try {
    if (purpose === "serve") await claim(hold.client, home);
    await ensureDatabase(hold.client);
  } catch (error) {
    await leave();
    throw error;
  }
  if (purpose === "serve") watch();
  return {
    ownerUrl: urlOf(hold.running, secrets, DATABASE),
    authSecret: secrets.authSecret,
    leave,
  };
}

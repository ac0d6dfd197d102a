import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { Ask } from "./load";

const PORT = 21_730;
const FLOOR_PORT = 21_731;
const NEXT_PORT = 21_732;
const START_TRIES = 600;
const HUGE = 900_000_000_000_000;

/** The demo world's merchant with a terminal whose checks have several limits to pass. */
export const DEMO_MID = "898210154110002";
const DEMO_TID = "00018644";

/** The bench's own merchant: 50 terminals with one daily limit each. */
export const OWN_MID = "BENCHMERCHANT01";
export const OWN_TIDS = Array.from({ length: 50 }, (_, n) => `B${String(n).padStart(7, "0")}`);

export const PRODUCT = `http://127.0.0.1:${PORT}/api/v1`;
export const FLOOR = `http://127.0.0.1:${FLOOR_PORT}`;
export const NEXT_HANDLER = `http://127.0.0.1:${NEXT_PORT}`;

const charge = (merchantId: string, terminalId: string, value: number) => ({
  merchant_id: merchantId,
  terminal_id: terminalId,
  amount: { value, currency: "CNY" },
});

let asked = 0;
const askHold = (terminalOf: (n: number) => string): Ask => {
  return () => {
    const key = `bench-${process.pid}-${++asked}`;
    return {
      body: charge(OWN_MID, terminalOf(asked), 1),
      headers: { "idempotency-key": key },
    };
  };
};

export const askCheck: Ask = () => ({ body: charge(DEMO_MID, DEMO_TID, 4_000_000) });
export const askOwnCheck: Ask = () => ({ body: charge(OWN_MID, OWN_TIDS[0]!, 100) });
export const askSpreadHold = askHold((n) => OWN_TIDS[n % OWN_TIDS.length]!);
export const askHotHold = askHold(() => OWN_TIDS[0]!);

const dataDir = mkdtempSync(path.join(tmpdir(), "headroom-bench-"));
const env = {
  ...process.env,
  NODE_ENV: "production" as const,
  PORT: String(PORT),
  HEADROOM_DATA_DIR: dataDir,
};

/** Starts a server and waits until it answers at `ready`. */
async function start(
  command: readonly string[],
  extra: Record<string, string>,
  ready: string,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, command, { env: { ...env, ...extra }, stdio: "ignore" });
  for (let tries = 0; tries < START_TRIES; tries++) {
    if (child.exitCode !== null) throw new Error(`${command.join(" ")} ended at its start`);
    const answer = await fetch(ready).catch(() => null);
    if (answer && answer.status !== 503) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGTERM");
  throw new Error(`${command.join(" ")} does not answer at ${ready}`);
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

function cli(...args: string[]): string {
  const result = spawnSync(process.execPath, ["dist/cli.mjs", ...args], { env, encoding: "utf8" });
  if (result.status !== 0) throw new Error(result.stderr);
  return result.stdout.trim();
}

/** The Authorization header of a new key; `rate` is requests a second, 0 for any. */
export function keyOf(merchant: string, scopes: string, rate = 0): Record<string, string> {
  const named = ["--merchant", merchant, "--scopes", scopes, "--rate", String(rate)];
  return { authorization: `Bearer ${cli("keys", "create", ...named, "--name", "bench")}` };
}

/** The embedded database's own address, as a hand-written server would be given it. */
function ownerUrl(): string {
  const { databasePassword } = JSON.parse(
    readFileSync(path.join(dataDir, "secrets.json"), "utf8"),
  ) as { databasePassword: string };
  const port = readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[3];
  return `postgres://postgres:${databasePassword}@127.0.0.1:${port}/headroom`;
}

/** A merchant of many terminals with one daily limit each, and the floor's counters beside them. */
async function prepareHolds(client: pg.Client): Promise<void> {
  await client.query(
    `insert into merchants (merchant_id, legal_name, trading_name, mcc, tier, currency, time_zone, status)
     values ($1, 'Bench Ltd', 'Bench', '5411', 'enterprise', 'CNY', 'Asia/Shanghai', 'active')`,
    [OWN_MID],
  );
  await client.query(
    "insert into terminals (merchant_id, terminal_id, status) select $1, unnest($2::text[]), 'deployed'",
    [OWN_MID, OWN_TIDS],
  );
  await client.query(
    `insert into limits (merchant_id, limit_id, natural_key, scope, "window", currency, terminal_id)
     select $1, 'lim_' || t, t, 'terminal', 'daily', 'CNY', t from unnest($2::text[]) t`,
    [OWN_MID, OWN_TIDS],
  );
  await client.query(
    `insert into limit_versions (merchant_id, limit_id, version, kind, max_amount_minor, origin)
     select $1, 'lim_' || t, 1, 'base', $3, 'import' from unnest($2::text[]) t`,
    [OWN_MID, OWN_TIDS, HUGE],
  );
  await client.query(
    `create table bench_counters (counter_id text primary key, taken bigint not null, most bigint not null)`,
  );
  await client.query("insert into bench_counters select unnest($1::text[]), 0, $2::bigint", [
    OWN_TIDS,
    HUGE,
  ]);
}

/** The servers that are compared, on one database; `owner` is connected to it. */
export type World = { owner: pg.Client; ownerUrl: string; close: () => Promise<void> };

export async function openWorld(): Promise<World> {
  const running: ChildProcess[] = [];
  const close = async () => {
    // The product last: the database is its own.
    for (const child of running.reverse()) await stop(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    running.push(await start(["dist/server.mjs"], {}, `http://127.0.0.1:${PORT}/readyz`));
    const url = ownerUrl();
    const floor = { FLOOR_DATABASE_URL: url, FLOOR_PORT: String(FLOOR_PORT) };
    running.push(await start(["--import", "tsx", "bench/floor.ts"], floor, `${FLOOR}/`));
    const next = ["node_modules/next/dist/bin/next", "start", "bench/next-handler"];
    const handler = { NEXT_HANDLER_DATABASE_URL: url };
    running.push(await start([...next, "-p", String(NEXT_PORT)], handler, `${NEXT_HANDLER}/`));
    const owner = new pg.Client(url);
    await owner.connect();
    await prepareHolds(owner);
    return { owner, ownerUrl: url, close: () => owner.end().then(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { type Ask, load, median, type Load } from "./load";

const PORT = 41_730;
const FLOOR_PORT = 41_731;
const ROUNDS = 3;
const START_TRIES = 600;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const MID = "898210154110002";
const charge = (terminalId: string, value: number) => ({
  merchant_id: MID,
  terminal_id: terminalId,
  amount: { value, currency: "CNY" },
});

// 50 counters, of the bench's own merchant.
const OWN = "BENCHMERCHANT01";
const TERMINALS = Array.from({ length: 50 }, (_, n) => `B${String(n).padStart(7, "0")}`);
const HUGE = 900_000_000_000_000;

let asked = 0;
const askCheck: Ask = () => ({ body: charge("00018644", 4_000_000) });
const askHold: Ask = () => ({
  body: { ...charge(TERMINALS[asked % TERMINALS.length]!, 1), merchant_id: OWN },
  headers: { "idempotency-key": `bench-${process.pid}-${++asked}` },
});
const askHotHold: Ask = () => ({
  body: { ...charge(TERMINALS[0]!, 1), merchant_id: OWN },
  headers: { "idempotency-key": `bench-${process.pid}-${++asked}` },
});

const dataDir = mkdtempSync(path.join(tmpdir(), "headroom-bench-"));
const env = {
  ...process.env,
  NODE_ENV: "production" as const,
  PORT: String(PORT),
  HEADROOM_DATA_DIR: dataDir,
};

/** Starts a server and waits until it answers at `ready`. */
async function start(
  command: string[],
  extra: Record<string, string>,
  ready: string,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, command, {
    env: { ...env, ...extra },
    stdio: "ignore",
  });
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
  const result = spawnSync(process.execPath, ["scripts/setup.mjs", "cli", ...args], {
    env,
    encoding: "utf8",
  });
  if (result.status !== 0) throw new Error(result.stderr);
  return result.stdout.trim();
}

/** The embedded database's own address, as a hand-written server would be given it. */
function ownerUrl(): string {
  const { databasePassword } = JSON.parse(
    readFileSync(path.join(dataDir, "secrets.json"), "utf8"),
  ) as { databasePassword: string };
  const port = readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[3];
  return `postgres://postgres:${databasePassword}@127.0.0.1:${port}/headroom`;
}

type Side = { name: string; run: (connections: number) => Promise<Load> };

async function compare(sides: Side[], connections: number): Promise<Record<string, Load[]>> {
  const rounds: Record<string, Load[]> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const side of sides) (rounds[side.name] ??= []).push(await side.run(connections));
  }
  return rounds;
}

const figure = (loads: Load[], key: keyof Load) => median(loads.map((one) => one[key]));

function report(connections: number, rounds: Record<string, Load[]>): void {
  const floor = figure(rounds.floor ?? [], "perSecond");
  for (const [name, loads] of Object.entries(rounds)) {
    const rate = figure(loads, "perSecond");
    const cells = [
      String(connections).padStart(3),
      name.padEnd(8),
      rate.toFixed(0).padStart(7),
      `${(rate / floor).toFixed(2)}x`.padStart(6),
      `${figure(loads, "p50")} ms`.padStart(7),
      `${figure(loads, "p99")} ms`.padStart(7),
      String(figure(loads, "failed")).padStart(4),
    ];
    process.stdout.write(`| ${cells.join(" | ")} |\n`);
  }
}

/** A merchant of many terminals with one daily limit each, and the floor's counters beside them. */
async function prepareHolds(): Promise<void> {
  const client = new pg.Client(ownerUrl());
  await client.connect();
  await client.query(
    `insert into merchants (merchant_id, legal_name, trading_name, mcc, tier, currency, time_zone, status)
     values ($1, 'Bench Ltd', 'Bench', '5411', 'enterprise', 'CNY', 'Asia/Shanghai', 'active')`,
    [OWN],
  );
  await client.query(
    "insert into terminals (merchant_id, terminal_id, status) select $1, unnest($2::text[]), 'deployed'",
    [OWN, TERMINALS],
  );
  await client.query(
    `insert into limits (merchant_id, limit_id, natural_key, scope, "window", currency, terminal_id)
     select $1, 'lim_' || t, t, 'terminal', 'daily', 'CNY', t from unnest($2::text[]) t`,
    [OWN, TERMINALS],
  );
  await client.query(
    `insert into limit_versions (merchant_id, limit_id, version, kind, max_amount_minor, origin)
     select $1, 'lim_' || t, 1, 'base', $3, 'import' from unnest($2::text[]) t`,
    [OWN, TERMINALS, HUGE],
  );
  await client.query(
    `create table bench_counters (counter_id text primary key, taken bigint not null, most bigint not null)`,
  );
  await client.query("insert into bench_counters select unnest($1::text[]), 0, $2::bigint", [
    TERMINALS,
    HUGE,
  ]);
  await client.end();
}

type Contest = { name: string; path: string; scope: string; merchant: string; ask: Ask };

const CONTESTS: Contest[] = [
  { name: "checks", path: "checks", scope: "checks:run", merchant: MID, ask: askCheck },
  {
    ...{ name: "reservations, 50 counters", path: "reservations", scope: "reservations:write" },
    ...{ merchant: OWN, ask: askHold },
  },
  {
    ...{ name: "reservations, one counter", path: "reservations", scope: "reservations:write" },
    ...{ merchant: OWN, ask: askHotHold },
  },
];

function sidesOf({ path, scope, merchant, ask }: Contest): Side[] {
  const options = ["--merchant", merchant, "--scopes", scope, "--rate", "0", "--name", "bench"];
  const headers = { authorization: `Bearer ${cli("keys", "create", ...options)}` };
  const common = { seconds: SECONDS, ask };
  const floor = `http://127.0.0.1:${FLOOR_PORT}/${path}`;
  const product = `http://127.0.0.1:${PORT}/api/v1/${path}`;
  return [
    { name: "floor", run: (connections) => load(floor, { ...common, connections }) },
    { name: "product", run: (connections) => load(product, { ...common, connections, headers }) },
  ];
}

async function main(): Promise<void> {
  const product = await start(["dist/server.mjs"], {}, `http://127.0.0.1:${PORT}/readyz`);
  const floor = await start(
    ["--import", "tsx", "bench/floor.ts"],
    { FLOOR_DATABASE_URL: ownerUrl(), FLOOR_PORT: String(FLOOR_PORT) },
    `http://127.0.0.1:${FLOOR_PORT}/`,
  );
  try {
    await prepareHolds();
    const machine = `${cpus().length} cores, Node ${process.versions.node}`;
    const today = new Date().toISOString().slice(0, 10);
    process.stdout.write(`${today}, ${machine}, ${ROUNDS} rounds\n`);
    for (const contest of CONTESTS) {
      const sides = sidesOf(contest);
      await compare(sides, 8);
      process.stdout.write(`\n${contest.name}\n\n`);
      process.stdout.write("| connections | server | a second | ratio | p50 | p99 | failed |\n");
      process.stdout.write("|--:|---|--:|--:|--:|--:|--:|\n");
      for (const connections of [16, 64]) report(connections, await compare(sides, connections));
    }
  } finally {
    await Promise.all([stop(floor), stop(product)]);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await main();

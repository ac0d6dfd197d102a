import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { load, median, type Load } from "./load";

const PORT = 41_730;
const FLOOR_PORT = 41_731;
const ROUNDS = 3;
const START_TRIES = 600;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const CHARGE = {
  merchant_id: "898210154110002",
  terminal_id: "00018644",
  amount: { value: 4_000_000, currency: "CNY" },
};

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

async function main(): Promise<void> {
  const product = await start(["dist/server.mjs"], {}, `http://127.0.0.1:${PORT}/readyz`);
  const floor = await start(
    ["--import", "tsx", "bench/floor.ts"],
    { FLOOR_DATABASE_URL: ownerUrl(), FLOOR_PORT: String(FLOOR_PORT) },
    `http://127.0.0.1:${FLOOR_PORT}/`,
  );
  try {
    const scope = ["--merchant", CHARGE.merchant_id, "--scopes", "checks:run", "--rate", "0"];
    const key = cli("keys", "create", ...scope, "--name", "bench");
    const headers = { authorization: `Bearer ${key}` };
    const common = { seconds: SECONDS, body: CHARGE };
    const sides: Side[] = [
      {
        name: "floor",
        run: (connections) => load(`http://127.0.0.1:${FLOOR_PORT}/`, { ...common, connections }),
      },
      {
        name: "product",
        run: (connections) =>
          load(`http://127.0.0.1:${PORT}/api/v1/checks`, { ...common, connections, headers }),
      },
    ];
    await compare(sides, 8);
    const machine = `${cpus().length} cores, Node ${process.versions.node}`;
    process.stdout.write(
      `${new Date().toISOString().slice(0, 10)}, ${machine}, ${ROUNDS} rounds\n`,
    );
    process.stdout.write("| connections | server | checks/s | ratio | p50 | p99 | failed |\n");
    process.stdout.write("|--:|---|--:|--:|--:|--:|--:|\n");
    for (const connections of [16, 64]) report(connections, await compare(sides, connections));
  } finally {
    await Promise.all([stop(floor), stop(product)]);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await main();

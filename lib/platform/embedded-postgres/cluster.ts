import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findBinaries, type Binaries } from "@/lib/platform/embedded-postgres/binaries";
import { isAlive, mayBePostgres } from "@/lib/platform/embedded-postgres/process-alive";

const START_MS = 60_000;
const RETRY_MS = 15_000;
const POLL_MS = 40;

/** A running PostgreSQL of our own: where it listens and which process it is. */
export type RunningCluster = { pid: number; port: number };

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

/** What postmaster.pid says, when its process lives and reports ready; a stranger's is removed. */
export function readRunning(folder: string): RunningCluster | null {
  const file = path.join(folder, "postmaster.pid");
  const lines = linesOf(file);
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  const ready = lines[7]?.trim() === "ready";
  if (!(pid > 0) || !isAlive(pid)) return null;
  if (!mayBePostgres(pid)) {
    rmSync(file, { force: true });
    return null;
  }
  return ready && port > 0 ? { pid, port } : null;
}

function initialise(binaries: Binaries, folder: string, password: string): void {
  const fresh = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(fresh, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (binaries.owner !== null) chownSync(passwordFile, binaries.owner, binaries.owner);
  const { file, args } = binaries.command("initdb", [
    ...["-D", fresh, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-A", "scram-sha-256"],
    `--pwfile=${passwordFile}`,
  ]);
  const user = binaries.runAs === null ? {} : { uid: binaries.runAs, gid: binaries.runAs };
  const run = spawnSync(file, args, { env: binaries.environment, encoding: "utf8", ...user });
  rmSync(passwordFile, { force: true });
  if (run.status !== 0) {
    throw new Error(`PostgreSQL could not be set up in ${folder}: ${run.stderr || run.error}`);
  }
  renameSync(fresh, folder);
}

async function launch(
  binaries: Binaries,
  folder: string,
  port: number,
): Promise<RunningCluster | null> {
  const log = openSync(`${folder}.log`, "a");
  const { file, args } = binaries.command("postgres", [
    ...["-D", folder, "-p", String(port), "-c", "listen_addresses=127.0.0.1"],
    ...["-c", "unix_socket_directories=", "-c", "max_connections=200"],
  ]);
  const user = binaries.runAs === null ? {} : { uid: binaries.runAs, gid: binaries.runAs };
  const child = spawn(file, args, {
    detached: true,
    stdio: ["ignore", log, log],
    env: binaries.environment,
    ...user,
  });
  closeSync(log);
  let ended = false;
  child.once("error", () => (ended = true));
  child.once("exit", () => (ended = true));
  child.unref();
  for (const end = Date.now() + START_MS; Date.now() < end; await sleep(POLL_MS)) {
    const running = readRunning(folder);
    if (running?.port === port) return running;
    if (ended) return null;
  }
  throw new Error(`PostgreSQL did not get ready in ${START_MS / 1000} s; see ${folder}.log`);
}

/**
 * Starts PostgreSQL on `folder`, creating it at first; answers the one that already runs there.
 * A database whose last process was killed may take some seconds to let go of its folder.
 */
export async function startCluster(
  folder: string,
  password: string,
  port?: number,
): Promise<RunningCluster> {
  const already = readRunning(folder);
  if (already) return already;
  const binaries = findBinaries();
  if (binaries.owner !== null) chownSync(path.dirname(folder), binaries.owner, binaries.owner);
  if (!existsSync(path.join(folder, "PG_VERSION"))) initialise(binaries, folder, password);
  for (const end = Date.now() + RETRY_MS; ; await sleep(250)) {
    const listenOn = port ?? (await freePort());
    const running = (await launch(binaries, folder, listenOn)) ?? readRunning(folder);
    if (running) return running;
    if (Date.now() > end) throw new Error(`PostgreSQL does not start; see ${folder}.log`);
  }
}

/** Stops PostgreSQL in order and waits until its process is gone. */
export async function stopCluster(running: RunningCluster): Promise<void> {
  process.kill(running.pid, "SIGINT");
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(POLL_MS)) {
    if (!isAlive(running.pid)) return;
  }
}

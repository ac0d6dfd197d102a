import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "@/lib/platform/embedded-postgres/process-alive";

const STALE_MS = 90_000;

function isStale(file: string): boolean {
  try {
    const holder = Number(readFileSync(file, "utf8"));
    const ageMs = Date.now() - statSync(file).mtimeMs;
    return ageMs > STALE_MS || (holder > 0 && !isAlive(holder));
  } catch {
    return false;
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}

/** Lets one process at a time create or start the database of a data folder. */
export async function withStartLock<T>(dataDir: string, fn: () => Promise<T>): Promise<T> {
  const file = path.join(dataDir, "starting");
  while (!take(file)) {
    if (isStale(file)) rmSync(file, { force: true });
    else await sleep(50);
  }
  try {
    return await fn();
  } finally {
    rmSync(file, { force: true });
  }
}

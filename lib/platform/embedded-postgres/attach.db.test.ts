import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attachEmbedded } from "@/lib/platform/embedded-postgres/attach";

let home: string;
beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), "headroom-attach-"));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const pidFile = () => path.join(home, "postgres", "postmaster.pid");
const postmaster = () => Number(readFileSync(pidFile(), "utf8").split("\n")[0]);

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query("select 1")).rowCount === 1;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function answersInTime(url: string): Promise<boolean> {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(100)) {
    if (await answers(url)) return true;
  }
  return false;
}

describe("the embedded database", () => {
  it("is created once by two that start together, and keeps its secrets to us", async () => {
    const both = await Promise.all([
      attachEmbedded(home, "serve"),
      attachEmbedded(home, "command"),
    ]);
    expect(both[0].ownerUrl).toBe(both[1].ownerUrl);
    expect(statSync(path.join(home, "secrets.json")).mode & 0o077).toBe(0);
    await both[0].leave();
    expect(await answers(both[1].ownerUrl)).toBe(true);
    await both[1].leave();
    expect(existsSync(pidFile())).toBe(false);
  });

  it("serves one server at a time", async () => {
    const first = await attachEmbedded(home, "serve");
    await expect(attachEmbedded(home, "serve")).rejects.toThrow("already runs on");
    expect(await answers(first.ownerUrl)).toBe(true);
    await first.leave();
  });

  it("comes back at the same address after it was killed", async () => {
    const server = await attachEmbedded(home, "serve");
    process.kill(postmaster(), "SIGKILL");
    await sleep(300);
    expect(await answersInTime(server.ownerUrl)).toBe(true);
    await server.leave();
    expect(existsSync(pidFile())).toBe(false);
  });

  it("starts where a crash left the number of a process that is now another's", async () => {
    const before = ["1", path.join(home, "postgres"), "0", "1", "", "127.0.0.1", "", "ready", ""];
    writeFileSync(pidFile(), before.join("\n"));
    const server = await attachEmbedded(home, "serve");
    expect(await answers(server.ownerUrl)).toBe(true);
    await server.leave();
  });
});

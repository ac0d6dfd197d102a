import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runCommand } from "@/e2e/command-line";

/** An installation of one's own, to be ended without warning. */
export class Installation {
  readonly folder = mkdtempSync(path.join(tmpdir(), "headroom-own-"));
  readonly #environment: Record<string, string>;
  #server: ChildProcess | undefined;

  constructor(private readonly port: number) {
    this.#environment = {
      NODE_ENV: "production",
      PORT: String(port),
      HEADROOM_DATA_DIR: this.folder,
    };
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  start(): void {
    const env = { ...process.env, ...this.#environment };
    this.#server = spawn(process.execPath, ["dist/server.mjs"], { env, stdio: "ignore" });
  }

  /** Milliseconds until the database answers through the server. */
  async untilReady(mostMs: number): Promise<number> {
    const startedAt = Date.now();
    for (;;) {
      const answer = await fetch(`${this.address}/readyz`).catch(() => null);
      const tookMs = Date.now() - startedAt;
      if (answer?.status === 200) return tookMs;
      if (tookMs > mostMs) throw new Error(`not serving again after ${tookMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async command(...words: string[]): Promise<string> {
    const { code, stdout, stderr } = await runCommand(words, this.#environment);
    if (code !== 0) throw new Error(stderr);
    return stdout.trim();
  }

  /** Ends PostgreSQL as a power cut would; the server has to notice. */
  killDatabase(): void {
    const file = path.join(this.folder, "postgres", "postmaster.pid");
    process.kill(Number(readFileSync(file, "utf8").split("\n")[0]), "SIGKILL");
  }

  /** Ends the server as a power cut would, and starts it again. */
  async killServer(): Promise<void> {
    await this.#end("SIGKILL");
    this.start();
  }

  /** Stops in order, the database too, and starts again. */
  async restart(): Promise<void> {
    await this.#end("SIGTERM");
    this.start();
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
    rmSync(this.folder, { recursive: true, force: true });
  }

  #end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const server = this.#server;
    if (!server || server.exitCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      server.once("exit", () => resolve());
      server.kill(signal);
    });
  }
}

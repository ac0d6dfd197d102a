import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const SLOW_MS = 120_000;

export type CommandResult = { code: number; stdout: string; stderr: string };

type Environment = Readonly<Record<string, string>>;

function execute(file: string, args: readonly string[], more: Environment): Promise<CommandResult> {
  const env = {
    ...process.env,
    HEADROOM_DATA_DIR: process.env.E2E_DATA_DIR ?? "",
    PORT: process.env.E2E_PORT ?? "",
    ...more,
  };
  return new Promise((resolve) => {
    execFile(file, args, { cwd: ROOT, env, timeout: SLOW_MS }, (error, stdout, stderr) => {
      const code = error ? Number(error.code ?? 1) : 0;
      resolve({ code, stdout, stderr });
    });
  });
}

/** Runs the command line as people do, on the installation of the tests unless told otherwise. */
export const runCommand = (words: readonly string[], environment: Environment = {}) =>
  execute("npm", ["run", "-s", "cli", "--", ...words], environment);

/** Runs a command that must succeed, of the build under test; answers what it printed. */
export async function mustRun(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await execute(process.execPath, ["dist/cli.mjs", ...words], {
    NODE_ENV: "production",
  });
  if (code !== 0) throw new Error(`${words.join(" ")} failed: ${stderr}`);
  return stdout.trim();
}

/** A key with these scopes, of a merchant or with null of the acquirer. */
export const makeKey = (merchantId: string | null, scopes: string, ...options: string[]) =>
  mustRun(
    ...["keys", "create", "--scopes", scopes, ...options],
    ...(merchantId === null ? ["--acquirer"] : ["--merchant", merchantId]),
  );

/** A file with these lines, for an import. */
export function csvFile(...lines: string[]): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "headroom-csv-")), "rows.csv");
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

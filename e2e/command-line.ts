import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const SLOW_MS = 120_000;

export type CommandResult = { code: number; stdout: string; stderr: string };

/** Runs the command line as people do, on the installation of the tests unless told otherwise. */
export function runCommand(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const env = {
    ...process.env,
    HEADROOM_DATA_DIR: process.env.E2E_DATA_DIR ?? "",
    PORT: process.env.E2E_PORT ?? "",
    ...environment,
  };
  const options = { cwd: ROOT, env, timeout: SLOW_MS };
  return new Promise((resolve) => {
    execFile("npm", ["run", "-s", "cli", "--", ...words], options, (error, stdout, stderr) => {
      const code = error ? Number(error.code ?? 1) : 0;
      resolve({ code, stdout, stderr });
    });
  });
}

/** Runs a command that must succeed; answers what it printed. */
export async function mustRun(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCommand(words);
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

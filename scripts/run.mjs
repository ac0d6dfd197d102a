import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");

export const say = (text) => process.stderr.write(`${text}\n`);

/** The path of a program that an installed package brings. */
export const bin = (name) => path.join(root, "node_modules", ".bin", name);

const npm = process.env.npm_execpath;

/** npm as it was called, so that none is needed on the path. */
export const npmCommand = npm ? [process.execPath, npm] : ["npm"];

/**
 * Runs a program and answers its exit code; its output goes to ours, or to stderr when `quiet`.
 * Ctrl-C reaches the program too: we wait for its orderly end, then end ourselves.
 */
export function run(file, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ["ignore", 2, 2] : ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    let interrupted = false;
    const onInterrupt = () => (interrupted = true);
    const onTerminate = () => {
      interrupted = true;
      child.kill("SIGTERM");
    };
    process.on("SIGINT", onInterrupt);
    process.on("SIGTERM", onTerminate);
    child.once("error", reject);
    child.once("exit", (code) => {
      process.off("SIGINT", onInterrupt);
      process.off("SIGTERM", onTerminate);
      if (interrupted) process.exit(130);
      resolve(code ?? 1);
    });
  });
}

/** Runs a program that must succeed. */
export async function must(what, file, args, options) {
  const code = await run(file, args, options);
  if (code !== 0) throw new Error(`${what} failed (exit code ${code}); see the lines above.`);
}

const NOT_OURS = new Set(["generated", "node_modules"]);

function* filesBelow(entry) {
  if (!existsSync(entry)) return;
  if (statSync(entry).isFile()) {
    yield entry;
    return;
  }
  for (const name of readdirSync(entry).sort()) {
    if (!NOT_OURS.has(name)) yield* filesBelow(path.join(entry, name));
  }
}

/** One hash over the contents of files and folders, to tell whether a step is current. */
export function hashOf(entries, extra = "") {
  const hash = createHash("sha256").update(extra);
  for (const entry of entries) {
    for (const file of filesBelow(path.join(root, entry))) {
      hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

export const readMark = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");

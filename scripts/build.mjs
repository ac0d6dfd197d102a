import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { bin, hashOf, must, readMark, root, say } from "./run.mjs";

const SOURCES = [
  ...["app", "components", "lib", "prisma", "proxy.ts", "server.ts", "next.config.js"],
  ...["postcss.config.mjs", "tsconfig.json", "package-lock.json", "scripts/build.mjs"],
];

/** Bundles one entry of ours for Node; packages stay outside. It is never there by half. */
async function bundle(entry, outfile) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    alias: { "server-only": "./node_modules/server-only/empty.js" },
    sourcemap: true,
    write: false,
    logLevel: "error",
  });
  for (const { path: file, contents } of outputFiles) {
    writeFileSync(`${file}.${process.pid}`, contents);
    renameSync(`${file}.${process.pid}`, file);
  }
}

const LEAST_WORTH_IT = 1024;

/** Lays what browsers get beside itself as small as it can be, once and not with every request. */
function compressBuiltFiles() {
  const folder = path.join(root, ".next", "static");
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!/\.(js|css|json|svg)$/.test(name)) continue;
    const content = readFileSync(path.join(folder, name));
    if (content.length < LEAST_WORTH_IT) continue;
    writeFileSync(path.join(folder, `${name}.br`), brotliCompressSync(content));
    writeFileSync(path.join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}

/** Builds the pages and the server, unless the sources are those of the last build. */
export async function build() {
  const mark = path.join(root, "dist", ".headroom");
  const wanted = hashOf(SOURCES, process.versions.modules);
  if (readMark(mark) === wanted && existsSync(path.join(root, ".next", "BUILD_ID"))) return;
  say("Building (about a minute) …");
  rmSync(mark, { force: true });
  mkdirSync(path.dirname(mark), { recursive: true });
  await must("next build", bin("next"), ["build"], {
    quiet: true,
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  compressBuiltFiles();
  await bundle("server.ts", "dist/server.mjs");
  await buildCli();
  writeFileSync(mark, wanted);
}

/** Bundles the command line when its sources changed. */
export async function buildCli() {
  const mark = path.join(root, "dist", ".headroom-cli");
  const wanted = hashOf(["lib", "prisma", "scripts", "package-lock.json"]);
  if (readMark(mark) === wanted && existsSync(path.join(root, "dist", "cli.mjs"))) return;
  mkdirSync(path.dirname(mark), { recursive: true });
  await bundle("scripts/cli.ts", "dist/cli.mjs");
  writeFileSync(mark, wanted);
}

import { writeFileSync } from "node:fs";
import path from "node:path";
import { bin, hashOf, must, npmCommand, readMark, root, say } from "./run.mjs";

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Headroom needs Node 20.19 or later; this is ${process.versions.node}.`);
  }
}

/** Installs exactly what the lock file names, unless that is what stands there. */
async function installDependencies() {
  const mark = path.join(root, "node_modules", ".headroom");
  const wanted = hashOf(["package-lock.json"], `${process.platform} ${process.arch}`);
  if (readMark(mark) === wanted) return;
  say("Installing dependencies (about a minute) …");
  const [npm, ...first] = npmCommand;
  const flags = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  await must("npm ci", npm, [...first, "ci", ...flags], {
    quiet: true,
    env: { NODE_ENV: "development" },
  });
  writeFileSync(mark, wanted);
}

/** Generates the Prisma client; that needs no engine, so any executable will do for one. */
async function generateClient() {
  const mark = path.join(root, "lib/data/generated/.headroom");
  const wanted = hashOf(["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"]);
  if (readMark(mark) === wanted) return;
  await must("prisma generate", bin("prisma"), ["generate"], {
    quiet: true,
    env: {
      PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  writeFileSync(mark, wanted);
}

/** Brings dependencies and generated code up to date; returns at once when they are. */
export async function prepare() {
  requireNode();
  await installDependencies();
  await generateClient();
}

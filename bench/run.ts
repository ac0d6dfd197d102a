import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { benchChecks, benchReservations } from "./contests";
import { benchEngine } from "./engine";
import { benchHistory } from "./history";
import { benchHotCounter } from "./hot-counter";
import { benchNeighbour, benchOpenLoop } from "./steady";
import { openWorld, type World } from "./world";

const PARTS: Readonly<Record<string, (world: World) => Promise<void>>> = {
  engine: benchEngine,
  checks: benchChecks,
  reservations: benchReservations,
  "hot-counter": benchHotCounter,
  "open-loop": benchOpenLoop,
  neighbour: benchNeighbour,
  history: benchHistory,
};

function partsAsked(): string[] {
  const asked = process.argv.slice(2);
  const unknown = asked.find((part) => !(part in PARTS));
  if (unknown !== undefined) {
    throw new Error(`There is no part "${unknown}"; take of ${Object.keys(PARTS).join(", ")}`);
  }
  return asked.length > 0 ? asked : Object.keys(PARTS);
}

function buildNextHandler(): void {
  const next = ["node_modules/next/dist/bin/next", "build", "bench/next-handler"];
  const { status, stdout, stderr } = spawnSync(process.execPath, next, { encoding: "utf8" });
  if (status !== 0) throw new Error(`The Next.js handler does not build:\n${stdout}${stderr}`);
}

const parts = partsAsked();
buildNextHandler();
const world = await openWorld();
try {
  const today = new Date().toISOString().slice(0, 10);
  process.stdout.write(`${today}, ${cpus().length} cores, Node ${process.versions.node}\n`);
  for (const part of parts) await PARTS[part]!(world);
} finally {
  await world.close();
}

import { spawn } from "node:child_process";
import { median, ms, printTable, times } from "./tables";
import { openLoop, type OpenLoop } from "./open-loop";
import { ROUNDS, OPEN_SECONDS } from "./lengths";
import * as world from "./world";

const OFFERED = 300;
const QUIET = 100;
const NOISE = 2_000;
/** Requests a second that the noisy merchant's key allows, as keys do unless told otherwise. */
const ALLOWED = 200;

const cells = ({ p50, p99, most, failed }: OpenLoop) => [
  ms(p50),
  ms(p99),
  ms(most),
  String(failed),
];

/** 300 requests a second, whether or not the earlier ones are answered. */
export async function benchOpenLoop(): Promise<void> {
  const rows: string[][] = [];
  for (const [name, path, merchant, scopes, ask] of [
    ["checks", "checks", world.DEMO_MID, "checks:run", world.askCheck],
    ["reservations", "reservations", world.OWN_MID, "reservations:write", world.askSpreadHold],
  ] as const) {
    const headers = world.keyOf(merchant, scopes);
    const options = { perSecond: OFFERED, ask, headers };
    await openLoop(`${world.PRODUCT}/${path}`, { ...options, seconds: 2 });
    const found = await openLoop(`${world.PRODUCT}/${path}`, { ...options, seconds: OPEN_SECONDS });
    rows.push([name, String(OFFERED), ...cells(found)]);
  }
  const head = ["asked", "offered a second", "p50", "p99", "most", "failed"];
  printTable("Open loop", head, rows);
}

/** Asks from a process of its own, so that the quiet one's times are not its generator's. */
function makeNoise(url: string, headers: Record<string, string>): Promise<void> {
  const sent = { "content-type": "application/json", ...headers };
  const { body } = world.askCheck();
  const noise = spawn(
    process.execPath,
    [
      ...["node_modules/autocannon/autocannon.js", "-m", "POST", "-b", JSON.stringify(body)],
      ...Object.entries(sent).flatMap(([name, value]) => ["-H", `${name}=${value}`]),
      ...["-c", "32", "-R", String(NOISE), "-d", String(OPEN_SECONDS), url],
    ],
    { stdio: "ignore" },
  );
  return new Promise((resolve, reject) => {
    noise.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error("The noise could not be made.")),
    );
  });
}

/** What a quiet merchant feels of one that asks ten times as often as its key allows. */
export async function benchNeighbour(): Promise<void> {
  const quiet = {
    ...{ perSecond: QUIET, seconds: OPEN_SECONDS, ask: world.askOwnCheck },
    headers: world.keyOf(world.OWN_MID, "checks:run"),
  };
  const noisy = world.keyOf(world.DEMO_MID, "checks:run", ALLOWED);
  const url = `${world.PRODUCT}/checks`;
  await openLoop(url, { ...quiet, seconds: 2 });
  const alone: OpenLoop[] = [];
  const beside: OpenLoop[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    alone.push(await openLoop(url, quiet));
    const [heard] = await Promise.all([openLoop(url, quiet), makeNoise(url, noisy)]);
    beside.push(heard);
  }
  const middle = (rounds: readonly OpenLoop[]) => {
    const of = (key: keyof OpenLoop) => median(rounds.map((one) => one[key]));
    return { p50: of("p50"), p99: of("p99"), most: of("most"), failed: of("failed") };
  };
  const [calm, disturbed] = [middle(alone), middle(beside)];
  printTable(
    `A quiet merchant (${QUIET} a second) beside one that asks ${NOISE} times a second and may ${ALLOWED}`,
    ["quiet merchant", "p50", "p99", "most", "failed", "p99 ratio"],
    [
      ["alone", ...cells(calm), times(1)],
      ["beside the noisy one", ...cells(disturbed), times(disturbed.p99 / calm.p99)],
    ],
  );
}

import { ms, printTable, times } from "./tables";
import { openLoop, type OpenLoop } from "./open-loop";
import * as world from "./world";

const SECONDS = Number(process.env.BENCH_OPEN_SECONDS ?? 10);
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
    const found = await openLoop(`${world.PRODUCT}/${path}`, { ...options, seconds: SECONDS });
    rows.push([name, String(OFFERED), ...cells(found)]);
  }
  const head = ["asked", "offered a second", "p50", "p99", "most", "failed"];
  printTable("Open loop", head, rows);
}

/** What a quiet merchant feels of one that asks ten times as often as its key allows. */
export async function benchNeighbour(): Promise<void> {
  const quiet = {
    ...{ perSecond: QUIET, seconds: SECONDS, ask: world.askOwnCheck },
    headers: world.keyOf(world.OWN_MID, "checks:run"),
  };
  const noisy = {
    ...{ perSecond: NOISE, seconds: SECONDS, ask: world.askCheck },
    headers: world.keyOf(world.DEMO_MID, "checks:run", ALLOWED),
  };
  const url = `${world.PRODUCT}/checks`;
  await openLoop(url, { ...quiet, seconds: 2 });
  const alone = await openLoop(url, quiet);
  const [beside] = await Promise.all([openLoop(url, quiet), openLoop(url, noisy)]);
  printTable(
    `A quiet merchant (${QUIET} a second) beside one that asks ${NOISE} times a second and may ${ALLOWED}`,
    ["quiet merchant", "p50", "p99", "most", "failed", "p99 ratio"],
    [
      ["alone", ...cells(alone), times(1)],
      ["beside the noisy one", ...cells(beside), times(beside.p99 / alone.p99)],
    ],
  );
}

import { fork } from "node:child_process";
import { once } from "node:events";
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

function middleOf(rounds: readonly OpenLoop[]): OpenLoop {
  const of = (key: keyof OpenLoop) => median(rounds.map((one) => one[key]));
  return { p50: of("p50"), p99: of("p99"), most: of("most"), failed: of("failed") };
}

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

/**
 * Asks evenly from a process of its own, so that the quiet one's times are not its generator's, for two
 * seconds more than a round; resolves when it has settled, to a promise of its end.
 */
async function makeNoise(
  url: string,
  headers: Record<string, string>,
): Promise<{ end: Promise<unknown> }> {
  const settings = [url, String(NOISE), String(OPEN_SECONDS + 2), JSON.stringify(headers)];
  const noise = fork("bench/noise.ts", settings);
  const end = once(noise, "exit");
  await Promise.race([
    once(noise, "message"),
    end.then(() => {
      throw new Error("The noise could not be made.");
    }),
  ]);
  return { end };
}

/**
 * What a quiet merchant feels of one that asks ten times as often as its key allows, and of the same noise
 * when it goes to another server on this machine.
 */
export async function benchNeighbour(): Promise<void> {
  const quiet = {
    ...{ perSecond: QUIET, seconds: OPEN_SECONDS, ask: world.askOwnCheck },
    headers: world.keyOf(world.OWN_MID, "checks:run"),
  };
  const noisy = world.keyOf(world.DEMO_MID, "checks:run", ALLOWED);
  const url = `${world.PRODUCT}/checks`;
  const listen = () => openLoop(url, quiet);
  const besideNoiseAt = async (target: string) => {
    const { end } = await makeNoise(target, noisy);
    const heard = await listen();
    await end;
    return heard;
  };
  const noises = [
    ["alone", listen],
    ["the noise goes to the floor", () => besideNoiseAt(`${world.FLOOR}/checks`)],
    ["the noise goes to Headroom", () => besideNoiseAt(url)],
  ] as const;
  await openLoop(url, { ...quiet, seconds: 2 });
  const heard = new Map<string, OpenLoop[]>(noises.map(([name]) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, listenTo] of noises) heard.get(name)!.push(await listenTo());
  }
  const calm = middleOf(heard.get("alone")!);
  printTable(
    `A quiet merchant (${QUIET} a second) beside one that asks ${NOISE} times a second and may ${ALLOWED}`,
    ["quiet merchant", "p50", "p99", "most", "failed", "p99 ratio"],
    [...heard].map(([name, rounds]) => {
      const middle = middleOf(rounds);
      return [name, ...cells(middle), times(middle.p99 / calm.p99)];
    }),
  );
}

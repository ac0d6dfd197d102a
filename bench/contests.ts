import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type pg from "pg";
import { load, type Ask, type Load } from "./load";
import { median, printTable, times, whole } from "./tables";
import { ROUNDS, SECONDS } from "./lengths";
import * as world from "./world";

const CONNECTIONS = [16, 64];

type Side = { name: string; run: (connections: number) => Promise<Load | null> };
type Contest = { title: string; sides: readonly Side[] };

type Fleet = { path: string; ask: Ask; headers: Record<string, string> };

const overHttp = (name: string, base: string, { path: at, ask, headers }: Fleet): Side => ({
  name,
  run: (connections) => load(`${base}/${at}`, { seconds: SECONDS, ask, connections, headers }),
});

/** pgbench sends the product's own statement; null when it is not installed. */
const byPgbench = (url: string, script: string): Side => ({
  name: "pgbench, the same statement",
  run: (connections) => {
    const folder = mkdtempSync(path.join(tmpdir(), "headroom-pgbench-"));
    const file = path.join(folder, "script.sql");
    writeFileSync(file, script);
    const options = ["-n", "-M", "prepared", "-c", String(connections), "-T", String(SECONDS)];
    const { status, stdout } = spawnSync("pgbench", [...options, "-f", file, url], {
      encoding: "utf8",
    });
    rmSync(folder, { recursive: true, force: true });
    const perSecond = Number(/tps = ([\d.]+)/.exec(stdout ?? "")?.[1]);
    const p50 = Number(/latency average = ([\d.]+)/.exec(stdout ?? "")?.[1]);
    return Promise.resolve(
      status === 0 && perSecond ? { perSecond, p50, p99: Number.NaN, failed: 0 } : null,
    );
  },
});

function report({ title }: Contest, figures: Map<string, Load[]>[]): void {
  const rows = figures.flatMap((sides, place) => {
    const rate = (loads: Load[]) => median(loads.map(({ perSecond }) => perSecond));
    const floor = rate(sides.get("floor, written by hand") ?? []);
    return [...sides].map(([name, loads]) => {
      const of = (key: keyof Load) => median(loads.map((one) => one[key]));
      const p99 = Number.isNaN(of("p99")) ? "" : `${of("p99")} ms`;
      const speed = [whole(rate(loads)), times(rate(loads) / floor)];
      const connections = String(CONNECTIONS[place]);
      return [name, connections, ...speed, `${of("p50")} ms`, p99, whole(of("failed"))];
    });
  });
  const head = ["server", "connections", "a second", "ratio", "p50", "p99", "failed"];
  printTable(title, head, rows);
}

/** Rounds of all sides in turn, after one to warm up; a side that cannot run is left out. */
async function hold(contest: Contest): Promise<void> {
  const figures: Map<string, Load[]>[] = [];
  for (const { run } of contest.sides) await run(8);
  for (const connections of CONNECTIONS) {
    const sides = new Map<string, Load[]>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const { name, run } of contest.sides) {
        const figure = await run(connections);
        if (figure) sides.set(name, [...(sides.get(name) ?? []), figure]);
      }
    }
    figures.push(sides);
  }
  report(contest, figures);
}

const servers = (fleet: Fleet): Side[] => [
  overHttp("floor, written by hand", world.FLOOR, fleet),
  overHttp("Headroom", world.PRODUCT, fleet),
  overHttp("Next.js route handler with Prisma", world.NEXT_HANDLER, fleet),
];

export async function benchChecks({ ownerUrl, owner }: world.World): Promise<void> {
  const headers = world.keyOf(world.DEMO_MID, "checks:run");
  const { rows } = await owner.query<{ id: string }>(
    `select limit_id as id from limits where merchant_id = $1 and "window" <> 'per_transaction'
       and (terminal_id is null or terminal_id = '00018644')`,
    [world.DEMO_MID],
  );
  const counted = `{${rows.map(({ id }) => id).join(",")}}`;
  const statement = `select check_counts('${world.DEMO_MID}', '${counted}', '{}', now());`;
  await hold({
    title: "A check through the whole product",
    sides: [
      ...servers({ path: "checks", ask: world.askCheck, headers }),
      byPgbench(ownerUrl, statement),
    ],
  });
}

/** A hold as the product sends it, alone in its flight. */
const BENCH_HOLD = `
  create function bench_hold(p_settings text, p_stamp text, p_terminal integer, p_n bigint) returns jsonb language sql as $$
    select reserve('${world.OWN_MID}',
      jsonb_build_array(jsonb_build_object('limitId', 'lim_' || t.id, 'at', t.at, 'start', t.start,
        'end', t.start + 86400000)), '{}',
      jsonb_build_array(jsonb_build_object('reservationId', 'rsv_' || p_n, 'checkId', 'chk_' || p_n,
        'owner', 'merchant', 'path', '/api/v1/reservations', 'key', 'pgbench-' || p_n,
        'requestHash', 'x', 'stamp', p_stamp, 'terminalId', t.id, 'amountMinor', 1, 'currency', 'CNY',
        'at', t.at, 'expiresAt', t.at + 300000, 'isOpen', true,
        'takes', '[[0, 900000000000000, null]]'::jsonb, 'settings', p_settings,
        'facts', jsonb_build_object('audience', 'merchant', 'checkId', 'chk_' || p_n))),
      now())
    from (
      select 'B' || lpad(p_terminal::text, 7, '0') as id, epoch_ms(now()) as at,
        epoch_ms(date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai') as start) t
  $$`;

async function holdStatement(owner: pg.Client, terminals: number): Promise<string> {
  const { rows } = await owner.query<{ hash: string; stamp: string }>(
    `select settings_hash as hash, configuration_stamp($1) as stamp from decision_settings
     where merchant_id = $1 order by used_at desc limit 1`,
    [world.OWN_MID],
  );
  const { hash, stamp } = rows[0]!;
  return [
    `\\set n random(1, 1000000000000000)\n\\set t random(0, ${terminals - 1})`,
    `select bench_hold('${hash}', '${stamp}', :t, :n);`,
  ].join("\n");
}

export async function benchReservations({ ownerUrl, owner }: world.World): Promise<void> {
  const headers = world.keyOf(world.OWN_MID, "reservations:write");
  await owner.query(BENCH_HOLD);
  for (const [title, ask, terminals] of [
    ["A reservation through the whole product, 50 counters", world.askSpreadHold, 50],
    ["A reservation through the whole product, one counter", world.askHotHold, 1],
  ] as const) {
    const fleet = { path: "reservations", ask, headers };
    await load(`${world.PRODUCT}/reservations`, { ...fleet, connections: 8, seconds: 1 });
    const statement = await holdStatement(owner, terminals);
    await hold({ title, sides: [...servers(fleet), byPgbench(ownerUrl, statement)] });
  }
}

import type pg from "pg";
import { openLoop } from "./open-loop";
import { ms, printTable, times } from "./tables";
import { OPEN_SECONDS } from "./lengths";
import * as world from "./world";

const SMALL = 10_000;
const LARGE = Number(process.env.BENCH_HISTORY ?? 500_000);
const AT_ONCE = 250_000;

/** Sales of the last 380 days on all terminals, with their keys; the counters of their days beside them. */
async function addSales(owner: pg.Client, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += AT_ONCE) {
    await owner.query(
      `with sales as (
         insert into transactions (merchant_id, occurred_at, transaction_id, external_id, terminal_id, kind,
           amount_minor, currency, response_code, approved, business_date)
         select $1, t.at, 'txn_bench' || n, 'bench' || n, ($2::text[])[n % 50 + 1], 'sale', 100, 'CNY', '00', true, t.at::date
         from generate_series($3::bigint, $4::bigint) n
         cross join lateral (select now() - interval '1 day' - n * 7919 % 32832000 * interval '1 second' as at) t
         returning *
       )
       insert into transaction_keys (merchant_id, external_id, transaction_id, occurred_at, content_hash)
       select merchant_id, external_id, transaction_id, occurred_at, '' from sales`,
      [world.OWN_MID, world.OWN_TIDS, at, Math.min(at + AT_ONCE, to) - 1],
    );
  }
  await owner.query(
    `insert into counters (merchant_id, limit_id, window_start, window_end, used_amount_minor, used_count)
     select $1, 'lim_' || t, d, d + interval '1 day', 0, 0 from unnest($2::text[]) t,
       generate_series(date_trunc('day', now()) - interval '380 days', now() - interval '2 days', interval '1 day') d
     on conflict do nothing`,
    [world.OWN_MID, world.OWN_TIDS],
  );
  await owner.query("vacuum analyze transactions, transaction_keys, counters");
}

const STATEMENTS = {
  "buffers of a check's counts": `select check_counts('${world.OWN_MID}', '{lim_B0000000}', '{}', now())`,
  "buffers of a check's settings": `select check_snapshots('${world.OWN_MID}', '{B0000000}', array[now()], array[now()])`,
  "buffers of the newest 50 transactions": `select * from transactions where merchant_id = '${world.OWN_MID}'
    order by occurred_at desc, transaction_id desc limit 50`,
};

type Plan = { "QUERY PLAN": { Plan: Record<string, number> }[] };

async function buffersOf(owner: pg.Client, statement: string): Promise<number> {
  await owner.query("begin");
  let found = 0;
  // The first reads the catalogue as well.
  for (let times = 0; times < 3; times++) {
    const { rows } = await owner.query<Plan>(
      `explain (analyze, buffers, format json) ${statement}`,
    );
    const plan = rows[0]!["QUERY PLAN"][0]!.Plan;
    found = plan["Shared Hit Blocks"]! + plan["Shared Read Blocks"]!;
  }
  await owner.query("rollback");
  return found;
}

async function measure(owner: pg.Client, headers: Record<string, string>): Promise<number[]> {
  const figures: number[] = [];
  for (const statement of Object.values(STATEMENTS))
    figures.push(await buffersOf(owner, statement));
  const options = { perSecond: 300, ask: world.askOwnCheck, headers };
  await openLoop(`${world.PRODUCT}/checks`, { ...options, seconds: 2 });
  const { p99 } = await openLoop(`${world.PRODUCT}/checks`, { ...options, seconds: OPEN_SECONDS });
  return [...figures, p99];
}

/** The same checks after a short history and after a long one of the same merchant. */
export async function benchHistory({ owner }: world.World): Promise<void> {
  const headers = world.keyOf(world.OWN_MID, "checks:run");
  await addSales(owner, 0, SMALL);
  const few = await measure(owner, headers);
  await addSales(owner, SMALL, LARGE);
  const many = await measure(owner, headers);
  const names = [...Object.keys(STATEMENTS), "p99 of checks, 300 a second offered"];
  const isTime = (place: number) => place === names.length - 1;
  const show = (figures: number[], place: number) =>
    isTime(place) ? ms(figures[place]!) : String(figures[place]);
  printTable(
    "Cost after a long history",
    ["measured", `${SMALL} transactions`, `${LARGE} transactions`, "ratio"],
    names.map((name, n) => [name, show(few, n), show(many, n), times(many[n]! / few[n]!)]),
  );
}

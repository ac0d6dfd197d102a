import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestLimit, insertTestMerchant, testKey } from "@/lib/data/test-merchants";
import type { ReportedTransaction } from "@/lib/domain/transactions/transaction";
import { resolveReservation } from "@/lib/use-cases/reservations/resolve-reservation";
import { testHold } from "@/lib/use-cases/test-hold";
import { recordTransactions } from "@/lib/use-cases/transactions/record-transactions";

const CLIENTS = 64;
const CURRENCY = "CNY";

let database: TestDatabase;
let merchants = 0;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

type Place = { merchantId: string; terminals: string[]; limitIds: string[] };

/** A merchant whose terminals have a daily limit each, under one of the whole merchant. */
async function openMerchant(terminals: number, each: number, all: number): Promise<Place> {
  const merchantId = `STORM${String(++merchants).padStart(10, "0")}`;
  const ids = Array.from({ length: terminals }, (_, n) => `S${String(n).padStart(7, "0")}`);
  const { owner } = database;
  await insertTestMerchant(owner, { merchantId, terminalId: ids[0]! });
  for (const id of ids.slice(1)) {
    await owner.query(
      "insert into terminals (merchant_id, terminal_id, status) values ($1, $2, 'deployed')",
      [merchantId, id],
    );
  }
  const limitIds: string[] = [];
  for (const terminalId of [...ids, null]) {
    const values = { maxAmountMinor: terminalId === null ? all : each };
    limitIds.push(
      await insertTestLimit(owner, merchantId, { terminalId, window: "daily" }, values),
    );
  }
  return { merchantId, terminals: ids, limitIds };
}

const ctxOf = (merchantId: string): Ctx => ({
  actor: testKey(merchantId, null, "reservations:write"),
  now: () => new Date(),
  requestId: "storm",
});

const hold = (
  { merchantId }: Place,
  terminalId: string,
  amountMinor: number,
  key?: string,
): Promise<string | null> =>
  testHold(ctxOf(merchantId), merchantId, { terminalId, amountMinor, key });

async function reservedOf(place: Place): Promise<number[]> {
  const { rows } = await database.owner.query<{ reserved: number }>(
    `select coalesce(sum(c.reserved_amount_minor + c.used_amount_minor), 0)::float8 as reserved
     from unnest($2::text[]) with ordinality l (id, n)
     left join counters c on c.merchant_id = $1 and c.limit_id = l.id group by l.n order by l.n`,
    [place.merchantId, place.limitIds],
  );
  return rows.map(({ reserved }) => reserved);
}

type Holder = (place: Place, terminalId: string, amountMinor: number) => Promise<string | null>;

/** Many clients at once on all terminals; answers what was granted beyond the limits. */
async function storm(place: Place, rounds: number, holder: Holder): Promise<number> {
  const granted = new Map<string, number>();
  const client = async (n: number) => {
    for (let round = 0; round < rounds; round++) {
      const terminalId = place.terminals[(n + round) % place.terminals.length]!;
      const amountMinor = 1 + ((n * 7 + round) % 90);
      if ((await holder(place, terminalId, amountMinor)) === null) continue;
      for (const id of [terminalId, "all"]) granted.set(id, (granted.get(id) ?? 0) + amountMinor);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(n)));
  const { rows } = await database.owner.query<{ id: string; max: number }>(
    `select coalesce(l.terminal_id, 'all') as id, v.max_amount_minor::float8 as max
     from limits l join limit_versions v using (merchant_id, limit_id) where merchant_id = $1`,
    [place.merchantId],
  );
  return rows.reduce((over, { id, max }) => over + Math.max(0, (granted.get(id) ?? 0) - max), 0);
}

/** What people write by hand: read what is left, then write; each by itself. */
async function holdNaively(
  { merchantId, limitIds, terminals }: Place,
  terminalId: string,
  amountMinor: number,
) {
  const pool: pg.ClientBase = database.owner;
  const ids = [limitIds[terminals.indexOf(terminalId)], limitIds.at(-1)];
  const { rows } = await pool.query<{ left: number }>(
    `select min(v.max_amount_minor - coalesce(c.reserved_amount_minor, 0))::float8 as left
     from limit_versions v left join counters c using (merchant_id, limit_id)
     where merchant_id = $1 and limit_id = any ($2)`,
    [merchantId, ids],
  );
  if (amountMinor > (rows[0]?.left ?? 0)) return null;
  await pool.query(
    `insert into counters (merchant_id, limit_id, window_start, window_end, reserved_amount_minor)
     select $1, id, date_trunc('day', now()), date_trunc('day', now()) + interval '1 day', $3
     from unnest($2::text[]) id
     on conflict (merchant_id, limit_id, window_start)
       do update set reserved_amount_minor = counters.reserved_amount_minor + excluded.reserved_amount_minor`,
    [merchantId, ids, amountMinor],
  );
  return "held";
}

it.each([
  ["one counter", 1, 2_000, 1_000_000],
  ["50 counters under one", 50, 500, 9_000],
])(
  "64 clients on %s grant nothing over, and each counter is the sum of what was granted",
  async (_name, terminals, each, all) => {
    const place = await openMerchant(terminals, each, all);
    expect(await storm(place, 10, hold)).toBe(0);
    const { rows } = await database.owner.query<{ sum: number }>(
      "select sum(amount_minor)::float8 as sum from reservations where merchant_id = $1",
      [place.merchantId],
    );
    const counters = await reservedOf(place);
    expect(counters.at(-1)).toBe(rows[0]!.sum);
    expect(counters.slice(0, -1).reduce((a, b) => a + b, 0)).toBe(rows[0]!.sum);
    expect(Math.max(...counters.slice(0, -1))).toBeLessThanOrEqual(each);
  },
);

it("the same storm finds out a twin that reads and then writes", async () => {
  const place = await openMerchant(1, 2_000, 1_000_000);
  expect(await storm(place, 10, holdNaively)).toBeGreaterThan(0);
});

it("1,000 requests with one key have one effect", async () => {
  const place = await openMerchant(1, 1_000_000, 1_000_000);
  const terminalId = place.terminals[0]!;
  const told = await Promise.allSettled(
    Array.from({ length: 1_000 }, () => hold(place, terminalId, 100, "the-one")),
  );
  const held = told.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
  expect(new Set(held).size).toBe(1);
  expect(await reservedOf(place)).toEqual([100, 100]);
});

it("a limit lowered while holds wait is never passed, whichever comes first", async () => {
  const place = await openMerchant(1, 1_000, 1_000_000);
  const terminalId = place.terminals[0]!;
  const [limitId] = place.limitIds;
  const lowered = (async () => {
    await database.owner.query("begin");
    await database.owner.query("select lock_counting($1)", [place.merchantId]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await database.owner.query(
      "update limit_versions set max_amount_minor = 300 where limit_id = $1",
      [limitId],
    );
    await database.owner.query("commit");
  })();
  await new Promise((resolve) => setTimeout(resolve, 30));
  const held = await Promise.all(
    Array.from({ length: CLIENTS }, () => hold(place, terminalId, 50)),
  );
  await lowered;
  expect(held.filter((id) => id !== null)).toHaveLength(6);
  expect(await reservedOf(place)).toEqual([300, 300]);
});

it("holds that end in every way at once leave the sum of events", async () => {
  const place = await openMerchant(4, 1_000_000, 1_000_000);
  const held = await Promise.all(
    Array.from({ length: 128 }, (_, n) => hold(place, place.terminals[n % 4]!, 100)),
  );
  const ctx = ctxOf(place.merchantId);
  const ended = await Promise.allSettled(
    held.flatMap((id, n) => [
      resolveReservation(ctx, place.merchantId, id!, { as: "released", amount: null }),
      resolveReservation(ctx, place.merchantId, id!, {
        as: "committed",
        amount: { value: 1 + (n % 100), currency: CURRENCY },
      }),
    ]),
  );
  expect(ended.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(128);
  const { rows } = await database.owner.query<{ sum: number }>(
    `select sum(case state when 'committed' then committed_amount_minor when 'pending' then amount_minor
       else 0 end)::float8 as sum from reservations where merchant_id = $1`,
    [place.merchantId],
  );
  expect((await reservedOf(place)).at(-1)).toBe(rows[0]!.sum);
});

const DEADLOCKS = "select deadlocks from pg_stat_database where datname = current_database()";
const RUNS = process.env.FULL ? 10_000 : 2_000;

it(`${RUNS} runs that take two terminals in opposite order never wait for each other`, async () => {
  const place = await openMerchant(2, 1_000_000_000, 1_000_000_000);
  const ctx: Ctx = {
    ...ctxOf(place.merchantId),
    actor: testKey(place.merchantId, null, "transactions:write"),
  };
  const report = (terminalId: string, externalId: string): ReportedTransaction => ({
    ...{ kind: "sale", externalId, terminalId, amountMinor: 1, currency: CURRENCY },
    ...{ responseCode: "00", occurredAt: Date.now(), entryMode: null, fundingSource: null },
    ...{ cardOrigin: null, originalExternalId: null, reservationId: null },
  });
  let left = RUNS;
  const client = async () => {
    while (left > 0) {
      const run = left--;
      const order = run % 2 === 0 ? place.terminals : place.terminals.toReversed();
      const both = order.map((terminalId) => report(terminalId, `${run}-${terminalId}`));
      if (run % 10 === 0) await hold(place, order[0]!, 1);
      const told = await recordTransactions(ctx, place.merchantId, both);
      expect(told.map(({ outcome }) => outcome)).toEqual(["accepted", "accepted"]);
    }
  };
  const { rows: before } = await database.owner.query<{ deadlocks: string }>(DEADLOCKS);
  await Promise.all(Array.from({ length: 8 }, client));
  const holds = RUNS / 10;
  expect(await reservedOf(place)).toEqual([RUNS + holds, RUNS, 2 * RUNS + holds]);
  const { rows: after } = await database.owner.query<{ deadlocks: string }>(DEADLOCKS);
  expect(after).toEqual(before);
}, 300_000);

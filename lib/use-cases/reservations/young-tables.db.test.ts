import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { database as openDatabase } from "@/lib/data/pool";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestLimit, insertTestMerchant, testKey } from "@/lib/data/test-merchants";
import { runCheck } from "@/lib/use-cases/checks/run-check";
import { sweepExpired } from "@/lib/use-cases/reservations/sweep-expired";
import { testHold } from "@/lib/use-cases/test-hold";

const QUIET = "MERCHANT0000001";
const BUSY = "MERCHANT0000002";
const T = "00018644";
const HOLDS = 5_000;
const proposal = { terminalId: T, amountMinor: 1, currency: "CNY" };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const { owner } = database;
  // Plans are made anew when a table is analyzed; here those made for empty tables must do.
  await owner.query("alter table reservations set (autovacuum_enabled = off)");
  for (const merchantId of [QUIET, BUSY]) {
    await insertTestMerchant(owner, { merchantId, terminalId: T });
    const daily = { terminalId: T, window: "daily" } as const;
    await insertTestLimit(owner, merchantId, daily, { maxAmountMinor: 1_000_000 });
  }
});
afterAll(() => database.drop());

const ctx: Ctx = {
  actor: testKey(QUIET, null, "checks:run", "reservations:write"),
  now: () => new Date(),
  requestId: "test",
};

const check = () => runCheck(ctx, QUIET, { proposal }, { source: "api", write: () => "{}" });

const hold = () => testHold(ctx, QUIET, { terminalId: T, amountMinor: 1 });
const sweep = () => sweepExpired({ ...ctx, actor: { kind: "system" } });

/** Rows of holds and entries of their indexes read by all connections so far. */
async function read(): Promise<number> {
  const { pool } = openDatabase();
  const clients = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
  for (const client of clients) {
    await client.query("select pg_stat_force_next_flush()");
    client.release();
  }
  const { rows } = await database.owner.query<{ read: number }>(
    `select (select seq_tup_read from pg_stat_user_tables
          where relid = 'public.reservations'::regclass)::float8
       + (select sum(idx_tup_read) from pg_stat_user_indexes
          where relid = 'public.reservations'::regclass)::float8
       as read`,
  );
  return rows[0]!.read;
}

async function readBy(act: () => Promise<unknown>): Promise<number> {
  const before = await read();
  await act();
  return (await read()) - before;
}

it("what was planned for an empty table never reads another merchant's holds", async () => {
  for (let n = 0; n < 8; n++) {
    await check();
    await hold();
    await sweep();
  }
  await database.owner.query(
    `insert into reservations (merchant_id, reservation_id, terminal_id, amount_minor, currency, check_id,
       created_at, expires_at)
     select $1, 'rsv_' || n, $2, 1, 'CNY', 'chk_' || n, now(), now() + interval '1 minute'
     from generate_series(1, $3) n`,
    [BUSY, T, HOLDS],
  );
  for (let n = 0; n < 4; n++) {
    expect(await readBy(check)).toBeLessThan(50);
    expect(await readBy(hold)).toBeLessThan(50);
    expect(await readBy(sweep)).toBeLessThan(50);
  }
});

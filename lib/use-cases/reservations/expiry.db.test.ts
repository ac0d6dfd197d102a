import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestLimit, insertTestMerchant, testKey } from "@/lib/data/test-merchants";
import { resolveReservation } from "@/lib/use-cases/reservations/resolve-reservation";
import { sweepExpired } from "@/lib/use-cases/reservations/sweep-expired";
import { testHold } from "@/lib/use-cases/test-hold";
import { recordTransactions } from "@/lib/use-cases/transactions/record-transactions";

const T = "00018644";
const MANY = 3_500;

let database: TestDatabase;
let merchants = 0;
let M: string;
let ctx: Ctx;
let limitId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** A merchant whose daily limit is used up by many holds, all expired and none marked. */
beforeEach(async () => {
  M = `EXPIRED${String(++merchants).padStart(8, "0")}`;
  const { owner } = database;
  await insertTestMerchant(owner, { merchantId: M, terminalId: T });
  const all = { maxAmountMinor: MANY };
  limitId = await insertTestLimit(owner, M, { terminalId: T, window: "daily" }, all);
  ctx = {
    actor: testKey(M, null, "reservations:write", "transactions:write"),
    now: () => new Date(Date.now() + 10_000),
    requestId: "test",
  };
  expect(await hold(1)).toBe("granted");
  await owner.query(
    `insert into reservations (merchant_id, reservation_id, terminal_id, amount_minor, currency, check_id,
       created_at, expires_at)
     select $1, 'rsv_' || n, $2, 1, 'CNY', 'chk_' || n, now() + interval '9 seconds',
       now() + interval '9.001 seconds' + interval '100 microseconds' * n
     from generate_series(1, $3) n`,
    [M, T, MANY - 1],
  );
  await owner.query(
    `update counters set reserved_amount_minor = $2, reserved_count = $2 where merchant_id = $1`,
    [M, MANY],
  );
});

async function hold(amountMinor: number): Promise<string> {
  const held = await testHold(ctx, M, { terminalId: T, amountMinor });
  return held === null ? "refused" : "granted";
}

async function counted(): Promise<number[]> {
  const { rows } = await database.owner.query<{ amount: number; count: number }>(
    `select reserved_amount_minor::float8 as amount, reserved_count::float8 as count from counters
     where merchant_id = $1 and limit_id = $2`,
    [M, limitId],
  );
  return [rows[0]!.amount, rows[0]!.count];
}

it("holds that expired by the thousand count no more for the next hold, without any job", async () => {
  expect(await hold(MANY)).toBe("refused");
  expect(await hold(MANY - 1)).toBe("granted");
  expect(await counted()).toEqual([MANY, 2]);
});

it("the job takes all of them out of the counters", async () => {
  await sweepExpired({ ...ctx, actor: { kind: "system" } });
  expect(await counted()).toEqual([1, 1]);
});

it("the last of them to expire cannot be committed while others are still to be marked", async () => {
  const last = `rsv_${MANY - 1}`;
  const committed = resolveReservation(ctx, M, last, { as: "committed", amount: null });
  await expect(committed).rejects.toMatchObject({ code: "reservation-final" });
  expect(await counted()).toEqual([MANY, MANY]);
});

it("a sale that names one of them counts by itself", async () => {
  const sale = {
    ...{ externalId: "X1", terminalId: T, reservationId: `rsv_${MANY - 1}`, kind: "sale" as const },
    ...{ amountMinor: 1, currency: "CNY", responseCode: "00", occurredAt: Date.now() - 1 },
    ...{ entryMode: null, fundingSource: null, cardOrigin: null, originalExternalId: null },
  } as const;
  expect(await recordTransactions(ctx, M, [sale])).toMatchObject([{ outcome: "accepted" }]);
  const { rows } = await database.owner.query<{ state: string }>(
    "select state from reservations where merchant_id = $1 and reservation_id = $2",
    [M, sale.reservationId],
  );
  expect(rows).toEqual([{ state: "expired" }]);
});

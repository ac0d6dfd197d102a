import fc from "fast-check";
import { monotonicFactory } from "ulid";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant, testKey } from "@/lib/data/test-merchants";
import { database as openDatabase } from "@/lib/data/pool";
import { DAY_MS } from "@/lib/domain/zoned-time";
import type { ReportedTransaction } from "@/lib/domain/transactions/transaction";
import { listRecordedTransactions } from "@/lib/use-cases/transactions/list-transactions";
import { recordTransactions } from "@/lib/use-cases/transactions/record-transactions";
import { forgetOutdated } from "@/lib/use-cases/upkeep/forget-outdated";

const M = "MERCHANT0000001";
const T = "00018644";
const LONG_AGO = Date.now() - 900 * DAY_MS;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await insertTestMerchant(database.owner, { merchantId: M, terminalId: T });
});
afterAll(() => database.drop());

const ctxAt = (at: number): Ctx => ({
  actor: testKey(M, null, "transactions:write"),
  now: () => new Date(at),
  requestId: "test",
});

const sale = (externalId: string, occurredAt: number): ReportedTransaction => ({
  ...{ externalId, occurredAt, terminalId: T, reservationId: null, kind: "sale" },
  ...{ amountMinor: 1_000, currency: "CNY", responseCode: "00", originalExternalId: null },
  ...{ entryMode: null, fundingSource: null, cardOrigin: null },
});

const refundOf = (originalExternalId: string): ReportedTransaction => ({
  ...sale(`${originalExternalId}-BACK`, Date.now()),
  kind: "refund",
  originalExternalId,
});

async function record(transaction: ReportedTransaction, at: number): Promise<string> {
  const [one] = await recordTransactions(ctxAt(at), M, [transaction]);
  return one!.outcome === "rejected" ? one!.error.code : one!.outcome;
}

const forget = () => forgetOutdated({ ...ctxAt(Date.now()), actor: { kind: "system" } });

async function placeOf(externalId: string): Promise<string | undefined> {
  const { rows } = await database.owner.query<{ place: string }>(
    "select tableoid::regclass::text as place from transactions where external_id = $1",
    [externalId],
  );
  return rows[0]?.place;
}

const monthOf = (at: number) =>
  `transactions_${new Date(at).toISOString().slice(0, 7).replace("-", "_")}`;

it("months are there from 13 back for transactions, from this one for checks, to six ahead", async () => {
  const { rows } = await database.owner.query<{ parent: string; months: number }>(
    `select inhparent::regclass::text as parent, count(*)::int as months from pg_inherits
     where inhrelid::regclass::text ~ '_\\d{4}_\\d{2}$' group by 1 order by 1`,
  );
  expect(rows).toEqual([
    { parent: "checks", months: 7 },
    { parent: "transactions", months: 20 },
  ]);
  expect(await forget()).toBe(0);
});

it("a charge lies in its month; one for which no month was made waits and moves over", async () => {
  const soon = Date.now() + 300 * DAY_MS;
  expect(await record(sale("NOW", Date.now()), Date.now())).toBe("accepted");
  expect(await record(sale("SOON", soon), soon)).toBe("accepted");
  expect(await placeOf("NOW")).toBe(monthOf(Date.now()));
  expect(await placeOf("SOON")).toBe("transactions_default");
  await database.owner.query("select make_months('transactions', 'occurred_at', $1, $1)", [
    new Date(soon),
  ]);
  expect(await placeOf("SOON")).toBe(monthOf(soon));
  const everything = { terminalId: null, from: null, to: null };
  const first = await listRecordedTransactions(ctxAt(soon), M, everything, {
    limit: 1,
    after: null,
  });
  const second = await listRecordedTransactions(ctxAt(soon), M, everything, {
    limit: 1,
    after: first.nextKey,
  });
  expect([...first.rows, ...second.rows].map((row) => row.externalId)).toEqual(["SOON", "NOW"]);
});

it("what is no longer kept is dropped with its keys, and its number is free again", async () => {
  for (const at of [LONG_AGO, LONG_AGO + 1]) {
    expect(await record(sale(`OLD${at - LONG_AGO}`, at), at)).toBe("accepted");
  }
  await database.owner.query("select make_months('transactions', 'occurred_at', $1, $1)", [
    new Date(LONG_AGO),
  ]);
  expect(await placeOf("OLD0")).toBe(monthOf(LONG_AGO));
  const refund = refundOf("OLD0");
  expect(await record(refund, Date.now())).toBe("accepted");
  expect(await forget()).toBe(3);
  expect(await placeOf("OLD0")).toBeUndefined();
  expect(await record({ ...refund, externalId: "BACK2" }, Date.now())).toBe("not-found");
  expect(await record(sale("OLD1", Date.now()), Date.now())).toBe("accepted");
});

it("a key that outlived its transaction neither blocks its number nor breaks a refund", async () => {
  expect(await record(sale("KEPT", LONG_AGO), LONG_AGO)).toBe("accepted");
  await database.owner.query("delete from transactions where external_id = 'KEPT'");
  expect(await record(refundOf("KEPT"), Date.now())).toBe("not-found");
  expect(await record(sale("KEPT", Date.now()), Date.now())).toBe("accepted");
});

it("the server's role reads and writes through the whole tables only, and makes or drops no other", async () => {
  const { pool } = openDatabase();
  for (const statement of [
    `select from ${monthOf(Date.now())}`,
    "select from transactions_default",
    "select from transaction_keys_0",
    "delete from idempotency_keys_0",
    "select drop_months('transactions', 'occurred_at', now() + interval '9 years')",
    "select make_months('transactions', 'occurred_at', now(), now())",
  ]) {
    await expect(pool.query(statement), statement).rejects.toThrow(/permission denied/);
  }
});

it("a check's id tells its month", async () => {
  const times = fc.integer({ min: 1_000_000_000_000, max: 4_000_000_000_000 });
  const asked = fc.sample(times, { numRuns: 200, seed: 1 });
  const { rows } = await database.owner.query<{ id: string }>(
    "select least_check_id(to_timestamp(at / 1000.0)) as id from unnest($1::bigint[]) with ordinality t (at, n) order by n",
    [asked],
  );
  const idAt = (at: number) => `chk_${monotonicFactory(() => 0)(at)}`;
  asked.forEach((at, place) => {
    expect(idAt(at) >= rows[place]!.id, String(at)).toBe(true);
    expect(idAt(at - 1) < rows[place]!.id, String(at)).toBe(true);
  });
});

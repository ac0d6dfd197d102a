import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { listMiscounted } from "@/lib/data/test-counting";
import { insertTestLimit, insertTestMerchant } from "@/lib/data/test-merchants";
import { api } from "@/lib/http/api";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";

const BATCHES = 64;
const TERMINALS = ["00018644", "00018645", "00018646", "00018647"] as const;
const [FIRST] = TERMINALS;
const DAY_MS = 86_400_000;

type Item = {
  external_id: string;
  terminal_id: string;
  amount: { value: number; currency: string };
  response_code: string;
  occurred_at: string;
  kind?: "reversal" | "refund";
  original_external_id?: string;
  funding_source?: "debit" | "credit";
};
type Result = { accepted: number; duplicates: number; rejected: { problem: { type: string } }[] };

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

async function openMerchant(merchantId: string): Promise<void> {
  await insertTestMerchant(db.owner, { merchantId, terminalId: FIRST });
  for (const tid of TERMINALS.slice(1)) {
    await db.owner.query(
      "insert into terminals (merchant_id, terminal_id, status) values ($1, $2, 'deployed')",
      [merchantId, tid],
    );
  }
  for (const terminalId of [...TERMINALS, null]) {
    for (const window of ["daily", "monthly"] as const) {
      const much = { maxAmountMinor: 1_000_000_000, maxCount: 100_000 };
      const limitId = await insertTestLimit(db.owner, merchantId, { terminalId, window }, much);
      if (terminalId === FIRST) {
        await db.owner.query("update limits set funding_sources = '{debit}' where limit_id = $1", [
          limitId,
        ]);
      }
    }
  }
}

/** Answers of the API; what could not be answered in time is asked again with the same content. */
async function ask<Body>(key: string, path: string, body: unknown): Promise<Body> {
  for (;;) {
    const answer = await api.fetch(
      new Request(`http://localhost/api/v1${path}`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    );
    if (answer.status === 200) return (await answer.json()) as Body;
    expect(answer.status).toBe(503);
  }
}

const now = Date.now();
const saleOf = (n: number, prefix = "S"): Item => ({
  external_id: `${prefix}${n}`,
  terminal_id: TERMINALS[n % TERMINALS.length]!,
  amount: { value: 100 + (n % 900), currency: "CNY" },
  response_code: n % 11 === 0 ? "51" : "00",
  occurred_at: new Date(now - (n % 3) * DAY_MS).toISOString(),
  ...(n % 2 === 0 ? { funding_source: n % 4 === 0 ? "debit" : "credit" } : {}),
});
const backOf = (kind: "reversal" | "refund", sale: Item, by: number): Item => ({
  ...sale,
  external_id: `${kind}-${sale.external_id}-${by}`,
  amount: { ...sale.amount, value: kind === "refund" ? 60 : sale.amount.value },
  kind,
  original_external_id: sale.external_id,
});

const PRELUDE = Array.from({ length: 80 }, (_, n) => saleOf(n * 11 + 1, "P"));

/** Half of each batch is its own, half is also in the next one; each earlier sale is given back by three. */
const batchOf = (batch: number): Item[] => [
  ...Array.from({ length: 10 }, (_, n) => saleOf(batch * 5 + n)),
  ...[0, 1, 2].map((n) => backOf("reversal", PRELUDE[(batch + n) % 40]!, batch)),
  ...[0, 1, 2].map((n) => backOf("refund", PRELUDE[40 + ((batch + n) % 40)]!, batch)),
];

it(`counts ${BATCHES} parallel batches to the sum of their events, duplicates and returns once`, async () => {
  const merchantId = "898210154110002";
  await openMerchant(merchantId);
  const { key } = await createApiKey(
    { actor: { kind: "operator" }, now: () => new Date(), requestId: "test" },
    { merchantId, name: "till", scopes: ["transactions:write", "checks:run"], ratePerSecond: 0 },
  );
  await ask(key, "/transactions", { transactions: PRELUDE });
  const batches = Array.from({ length: BATCHES }, (_, batch) => batchOf(batch));
  const charge = { terminal_id: FIRST, amount: { value: 100, currency: "CNY" } };
  const [results, decisions] = await Promise.all([
    Promise.all(batches.map((transactions) => ask<Result>(key, "/transactions", { transactions }))),
    Promise.all(batches.map(() => ask<{ decision: string }>(key, "/checks", charge))),
  ]);
  expect(new Set(decisions.map(({ decision }) => decision))).toEqual(new Set(["approve"]));

  const reasons = new Set(results.flatMap((one) => one.rejected.map((r) => r.problem.type)));
  expect([...reasons]).toEqual(["https://headroom.dev/problems/validation-failed"]);
  const { rows } = await db.owner.query<{ kind: string; recorded: number; originals: number }>(
    `select kind, count(*)::int as recorded, count(distinct original_external_id)::int as originals
     from transactions where merchant_id = $1 group by kind order by kind`,
    [merchantId],
  );
  const distinct = new Set(batches.flat().map((item) => item.external_id));
  const sales = [...distinct].filter((id) => id.startsWith("S")).length;
  const [refunds, reversals, recordedSales] = rows;
  expect(recordedSales).toMatchObject({ kind: "sale", recorded: sales + PRELUDE.length });
  // Every one of the 40 was reversed by several batches, and by one of them only.
  expect(reversals).toMatchObject({ kind: "reversal", recorded: 40, originals: 40 });
  expect(refunds).toMatchObject({ kind: "refund", originals: 40 });
  expect(await listMiscounted(db.owner, merchantId)).toEqual([]);
  const { rows: counters } = await db.owner.query("select from counters where merchant_id = $1", [
    merchantId,
  ]);
  expect(counters.length).toBeGreaterThanOrEqual(20);
});

/** What must not be built: looks up the key, reads the counter, writes the sum. */
async function recordNaively(pool: pg.Pool, merchantId: string, items: readonly Item[]) {
  for (const [n, item] of items.entries()) {
    const known = await pool.query(
      "select from transactions where merchant_id = $1 and external_id = $2",
      [merchantId, item.external_id],
    );
    if (known.rowCount || item.response_code !== "00") continue;
    await pool.query(
      `insert into transactions (merchant_id, occurred_at, transaction_id, external_id, terminal_id,
         kind, amount_minor, currency, response_code, approved, business_date)
       values ($1, $2, $3, $4, $5, 'sale', $6, 'CNY', '00', true, $2::timestamptz::date)`,
      [
        ...[merchantId, item.occurred_at, `txn_${merchantId}_${item.external_id}_${n}`],
        ...[item.external_id, item.terminal_id, item.amount.value],
      ],
    );
    const { rows } = await pool.query<{ limit_id: string; used: number; count: number }>(
      `select c.limit_id, used_amount_minor::float8 as used, used_count::float8 as count
       from counters c join limits l using (merchant_id, limit_id)
       where merchant_id = $1 and terminal_id is null and window_start <= $2 and window_end > $2`,
      [merchantId, item.occurred_at],
    );
    for (const counter of rows) {
      await pool.query(
        `update counters set used_amount_minor = $3, used_count = $4
         where merchant_id = $1 and limit_id = $2 and window_start <= $5 and window_end > $5`,
        [
          ...[merchantId, counter.limit_id, counter.used + item.amount.value, counter.count + 1],
          item.occurred_at,
        ],
      );
    }
  }
}

it("would notice a counter that is read and then written", async () => {
  const merchantId = "898210154110003";
  await insertTestMerchant(db.owner, { merchantId, terminalId: "00018650" });
  const limit = { terminalId: null, window: "monthly" } as const;
  const limitId = await insertTestLimit(db.owner, merchantId, limit, { maxCount: 100_000 });
  await db.owner.query(
    `insert into counters (merchant_id, limit_id, window_start, window_end)
     values ($1, $2, now() - interval '9 days', now() + interval '9 days')`,
    [merchantId, limitId],
  );
  const pool = new pg.Pool({ connectionString: db.ownerUrl, max: 16 });
  const batches = Array.from({ length: BATCHES }, (_, batch) => batchOf(batch).slice(0, 10));
  await Promise.all(batches.map((items) => recordNaively(pool, merchantId, items)));
  await pool.end();
  expect(await listMiscounted(db.owner, merchantId)).toHaveLength(1);
});

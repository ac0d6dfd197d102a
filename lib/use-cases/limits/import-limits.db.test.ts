import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { limitsFile } from "@/lib/contracts/imports/limits";
import { readCsv } from "@/lib/contracts/imports/read-csv";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant, insertTestUser } from "@/lib/data/test-merchants";
import { evaluateCheck } from "@/lib/domain/limit-check/evaluate-check";
import type { CheckSnapshot } from "@/lib/domain/limit-check/snapshot";
import { ImportRefused } from "@/lib/domain/registry";
import { importLimits } from "@/lib/use-cases/limits/import-limits";

const SUNRISE = "898210154110002";
const HARBOUR = "898210154110003";
const at = (now: Date): Ctx => ({
  ...{ actor: { kind: "operator" }, now: () => now, requestId: "req_test" },
});
const NOW = new Date("2026-11-24T10:15:00+08:00");
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

function rowsOf(...lines: string[]) {
  const header =
    "merchant_id,terminal_id,window,currency,min_amount,max_amount,max_count,starts_at,ends_at";
  const { rows, faults } = readCsv(
    new TextEncoder().encode([header, ...lines].join("\n")),
    limitsFile,
  );
  expect(faults).toEqual([]);
  return rows.map(({ value }) => value);
}
const run = (now: Date, ...lines: string[]) => importLimits(at(now), rowsOf(...lines));

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  for (const [merchantId, terminalId] of [
    [SUNRISE, "00018644"],
    [HARBOUR, "00018650"],
  ] as const) {
    await insertTestMerchant(db.owner, { merchantId, terminalId });
    await db.owner.query("insert into terminal_directory values ($1, $2)", [
      terminalId,
      merchantId,
    ]);
  }
});
afterAll(() => db.drop());

async function read(sql: string, ...values: unknown[]) {
  const { rows } = await db.owner.query<Record<string, unknown>>(sql, values);
  return rows;
}

async function codesFor(merchantId: string, terminalId: string, amountMinor: number, when: Date) {
  const [row] = await read("select check_snapshot($1, $2, $3) as s", merchantId, terminalId, when);
  const proposal = { terminalId, amountMinor, currency: "CNY" };
  const { reasons } = evaluateCheck(row?.s as CheckSnapshot, proposal, when.getTime());
  return reasons.map(({ code }) => code);
}

const post = (externalId: string, occurredAt: Date, amountMinor: number) =>
  db.owner.query(
    `with sale as (insert into transactions (merchant_id, occurred_at, transaction_id, external_id,
       terminal_id, kind, amount_minor, currency, response_code, approved, business_date)
       values ($1, $2, $3, $3, '00018644', 'sale', $4, 'CNY', '00', true, '2026-11-24') returning *)
     insert into transaction_keys (merchant_id, external_id, transaction_id, occurred_at, content_hash)
     select merchant_id, external_id, transaction_id, occurred_at, 'x' from sale`,
    [SUNRISE, occurredAt, externalId, amountMinor],
  );

describe("importing limits", () => {
  it("makes limits that bind at once and count what the window already holds", async () => {
    await post("before-midnight", new Date("2026-11-23T23:59:59+08:00"), 70_000);
    await post("today", new Date("2026-11-24T09:00:00+08:00"), 30_000);
    const counts = await run(
      NOW,
      `${SUNRISE},00018644,per_transaction,CNY,100,50000,,,`,
      `${SUNRISE},00018644,daily,CNY,,60000,,,`,
      `${SUNRISE},,monthly,CNY,,,3,,`,
      `${HARBOUR},00018650,daily,CNY,,0,,,`,
    );
    expect(counts).toEqual({ created: 4, updated: 0, unchanged: 0 });
    expect(await codesFor(SUNRISE, "00018644", 30_000, NOW)).toEqual([
      "LIMIT_NEARLY_REACHED",
      "LIMIT_NEARLY_REACHED",
    ]);
    expect(await codesFor(SUNRISE, "00018644", 30_001, NOW)).toContain(
      "DAILY_AMOUNT_LIMIT_EXCEEDED",
    );
    expect(await codesFor(SUNRISE, "00018644", 50_001, NOW)).toContain(
      "PER_TRANSACTION_LIMIT_EXCEEDED",
    );
    expect(await codesFor(SUNRISE, "00018644", 99, NOW)).toContain("AMOUNT_BELOW_MINIMUM");
    expect(await codesFor(HARBOUR, "00018650", 1, NOW)).toEqual(["DAILY_AMOUNT_LIMIT_EXCEEDED"]);
    const yesterday = new Date("2026-11-23T20:00:00+08:00");
    expect(await codesFor(SUNRISE, "00018644", 100, yesterday)).toContain(
      "DAILY_AMOUNT_LIMIT_EXCEEDED",
    );
  });

  it("does nothing at all when the file says what stands", async () => {
    const trace =
      "select (select count(*) from audit_events) + (select count(*) from limit_versions) + (select count(*) from notifications) as n";
    const before = await read(trace);
    const counts = await run(
      later(1),
      `${SUNRISE},00018644,per_transaction,CNY,100,50000,,,`,
      `${SUNRISE},00018644,daily,CNY,,60000,,,`,
    );
    expect(counts).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect(await read(trace)).toEqual(before);
  });

  it("changes a limit under its id, tells the owner and leaves its use as it was", async () => {
    const owner = await insertTestUser(db.owner, "Wang Chen", SUNRISE, "merchant_owner");
    const ids = await read(
      `select limit_id from limits where "window" = 'daily' and merchant_id = $1`,
      SUNRISE,
    );
    const counts = await run(
      later(1),
      `${SUNRISE},00018644,daily,CNY,,90000,,,`,
      `${SUNRISE},00018644,per_transaction,CNY,100,50000,,,`,
    );
    expect(counts).toEqual({ created: 0, updated: 1, unchanged: 1 });
    expect(
      await read(
        `select limit_id, version from limits where "window" = 'daily' and merchant_id = $1`,
        SUNRISE,
      ),
    ).toEqual([{ limit_id: ids[0]?.limit_id, version: 2 }]);
    expect(await codesFor(SUNRISE, "00018644", 40_000, later(1))).not.toContain(
      "DAILY_AMOUNT_LIMIT_EXCEEDED",
    );
    expect(await codesFor(SUNRISE, "00018644", 60_001, later(1))).toContain(
      "PER_TRANSACTION_LIMIT_EXCEEDED",
    );
    expect(await read("select user_id, kind from notifications")).toEqual([
      { user_id: owner.userId, kind: "limit_changed" },
    ]);
    const [event] = await read(
      "select actor_kind, action, before, after from audit_events where subject_id = $1 order by sequence desc limit 1",
      ids[0]?.limit_id,
    );
    expect(event).toMatchObject({
      ...{ actor_kind: "operator", action: "limit.import" },
      ...{ before: { maxAmountMinor: 60_000 }, after: { maxAmountMinor: 90_000 } },
    });
  });

  it("imports one that has ended as expired, and one to begin as scheduled", async () => {
    await run(
      NOW,
      `${HARBOUR},00018650,per_transaction,CNY,,10,,,2026-11-01T00:00:00+08:00`,
      `${HARBOUR},,monthly,CNY,,5,,2026-12-01T00:00:00+08:00,`,
    );
    expect(await codesFor(HARBOUR, "00018650", 20, NOW)).toEqual(["DAILY_AMOUNT_LIMIT_EXCEEDED"]);
    const december = new Date("2026-12-01T00:00:00+08:00");
    expect(await codesFor(HARBOUR, "00018650", 20, december)).toEqual([
      "DAILY_AMOUNT_LIMIT_EXCEEDED",
      "MONTHLY_AMOUNT_LIMIT_EXCEEDED",
    ]);
  });

  it("refuses every row of an unknown merchant or terminal, and with them the whole file", async () => {
    const refused = await run(
      NOW,
      `${SUNRISE},,daily,CNY,,1,,,`,
      `${SUNRISE},00018650,daily,CNY,,1,,,`,
      `898210154119999,,daily,CNY,,1,,,`,
      `${SUNRISE},00019999,daily,CNY,,1,,,`,
    ).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ImportRefused);
    expect((refused as ImportRefused).faults.map(({ index }) => index)).toEqual([1, 2, 3]);
    expect(await read("select from limits where natural_key like 'merchant||daily|%'")).toEqual([]);
  });
});

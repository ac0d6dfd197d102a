import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestLimit, insertTestMerchant } from "@/lib/data/test-merchants";
import { listFindings } from "@/lib/use-cases/installation/list-findings";

const SUNRISE = "898210154110002";
const ctx: Ctx = { actor: { kind: "operator" }, now: () => new Date(), requestId: "req_test" };

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await insertTestMerchant(db.owner, { merchantId: SUNRISE, terminalId: "00018644" });
});
afterAll(() => db.drop());

const limit = (window: "daily" | "per_transaction", maxAmountMinor: number, currency = "CNY") =>
  insertTestLimit(
    db.owner,
    SUNRISE,
    { terminalId: "00018644", window, currency },
    { maxAmountMinor },
  );

const texts = async () =>
  (await listFindings(ctx)).map(({ severity, text }) => `${severity}: ${text}`);

it("finds nothing in a sound installation", async () => {
  await limit("per_transaction", 5_000);
  expect(await texts()).toEqual([]);
});

it("tells settings that refuse what nobody meant to refuse", async () => {
  await limit("daily", 4_999);
  await limit("daily", 1, "USD");
  await db.owner.query("update merchants set mcc = '5812'");
  await db.owner.query("update terminals set serial_number = 'SN1'");
  await db.owner.query(
    "insert into serial_directory (serial_number, merchant_id, terminal_id) values ('SN1', $1, 'OTHER001')",
    [SUNRISE],
  );
  expect((await texts()).map((text) => text.split(": ").at(-1))).toEqual([
    "its number carries MCC 5411, its profile 5812",
    "it has a limit in USD, which it does not take",
    "its serial number is bound elsewhere",
    "the daily limit is below the limit of one charge",
  ]);
});

it("tells a table without row-level security as an error", async () => {
  await db.owner.query("alter table terminals disable row level security");
  expect((await texts())[0]).toBe("error: row-level security is off on terminals");
});

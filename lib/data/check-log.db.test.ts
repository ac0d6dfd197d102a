import { afterAll, beforeAll, expect, it } from "vitest";
import { appendToCheckLog, flushCheckLog, type CheckLogEntry } from "@/lib/data/check-log";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { newId } from "@/lib/platform/ids";
import { logger } from "@/lib/platform/logger";
import { checkLogDropped } from "@/lib/platform/metrics";

const MID = "898210154110002";
logger.level = "silent";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const entry = (terminalId = "00018644"): CheckLogEntry => ({
  checkId: newId("chk"),
  terminalId,
  amountMinor: 2 ** 39,
  currency: "CNY",
  decision: "approve",
  source: "api",
  actorId: "key_x",
  evaluatedAt: Date.UTC(2026, 10, 24, 2, 15, 0, 120),
  answer: `{"text":"a \\"quoted\\" 文字"}`,
});

const count = async (terminalId: string) => {
  const sql = "select count(*)::int as n from checks where terminal_id = $1";
  return (await db.owner.query<{ n: number }>(sql, [terminalId])).rows[0]?.n;
};

it("writes what was answered, of several merchants, each under its own", async () => {
  const [one, other] = [entry(), entry()];
  appendToCheckLog("live", MID, one);
  appendToCheckLog("live", "898210154110003", other);
  await flushCheckLog();
  const { rows } = await db.owner.query(
    "select merchant_id, check_id, amount_minor, answer, evaluated_at from checks order by merchant_id",
  );
  expect(rows).toMatchObject([
    { merchant_id: MID, check_id: one.checkId, answer: { text: 'a "quoted" 文字' } },
    { merchant_id: "898210154110003", check_id: other.checkId },
  ]);
  expect(rows[0].evaluated_at).toEqual(new Date(one.evaluatedAt));
  expect(rows[0].amount_minor).toBe(String(2 ** 39));
});

it("writes within two seconds by itself", async () => {
  appendToCheckLog("live", MID, entry("SOON0001"));
  await expect.poll(() => count("SOON0001"), { timeout: 2_000 }).toBe(1);
});

it("keeps what could not be written and tries again", async () => {
  await db.owner.query("alter table checks rename to elsewhere");
  for (let i = 0; i < 3; i++) appendToCheckLog("live", MID, entry("KEPT0001"));
  await flushCheckLog();
  await db.owner.query("alter table elsewhere rename to checks");
  await expect.poll(() => count("KEPT0001"), { timeout: 5_000 }).toBe(3);
});

it("drops what it has no room for, and counts it", async () => {
  const before = (await checkLogDropped.get()).values[0]?.value ?? 0;
  await db.owner.query("alter table checks rename to elsewhere");
  for (let i = 0; i < 50_007; i++) appendToCheckLog("live", MID, entry("FULL0001"));
  const after = (await checkLogDropped.get()).values[0]?.value ?? 0;
  await db.owner.query("alter table elsewhere rename to checks");
  expect(after - before).toBe(7);
  await flushCheckLog();
  await expect.poll(() => count("FULL0001"), { timeout: 20_000 }).toBe(50_000);
});

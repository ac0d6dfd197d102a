import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { api } from "@/lib/http/api";
import { logger } from "@/lib/platform/logger";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";
import { seedDemoWorld } from "@/prisma/seed/demo-world";

const MID = "898210154110002";
const operator: Ctx = { actor: { kind: "operator" }, now: () => new Date(), requestId: "test" };
logger.level = "silent";

let db: TestDatabase;
let key: string;
beforeAll(async () => {
  db = await createTestDatabase();
  await seedDemoWorld(db.owner, { now: new Date(), password: "headroom-demo-2026" });
  const scopes = ["checks:run", "transactions:write"] as const;
  ({ key } = await createApiKey(operator, { merchantId: MID, name: "till", scopes }));
});
afterAll(() => db.drop());

const CHARGE = { terminal_id: "00018644", amount: { value: 100, currency: "CNY" } };
const SALE = {
  ...CHARGE,
  external_id: "stalled",
  response_code: "00",
  occurred_at: new Date().toISOString(),
};

async function post(path: string, body: unknown) {
  const startedAt = performance.now();
  const answer = await api.fetch(
    new Request(`http://localhost/api/v1${path}`, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    }),
  );
  return { answer, ms: performance.now() - startedAt, json: await answer.json() };
}

/** Asks until the machine is quick enough to answer in time. */
async function decided(path: string, body: unknown): Promise<number> {
  for (let left = 20; left > 0; left--) {
    const { answer } = await post(path, body);
    if (answer.status !== 503) return answer.status;
  }
  return 503;
}

describe("a database that does not answer", () => {
  it("makes checks unavailable after 800 ms, never approved", async () => {
    expect(await decided("/checks", CHARGE)).toBe(200);
    await db.owner.query("begin");
    await db.owner.query("lock table limits, counters in access exclusive mode");
    const stalled = await Promise.all(Array.from({ length: 40 }, () => post("/checks", CHARGE)));
    await db.owner.query("rollback");
    for (const { answer, ms, json } of stalled) {
      expect(answer.status).toBe(503);
      expect(answer.headers.get("retry-after")).toBe("1");
      expect(json).toMatchObject({ type: "https://headroom.dev/problems/unavailable" });
      expect(ms).toBeLessThan(3_000);
    }
    expect(await decided("/checks", CHARGE)).toBe(200);
  });

  it("applies nothing of what it answered 503 to", async () => {
    await db.owner.query("begin");
    await db.owner.query("lock table transactions in access exclusive mode");
    const { answer } = await post("/transactions", SALE);
    await db.owner.query("rollback");
    expect(answer.status).toBe(503);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { rows } = await db.owner.query("select from transactions where external_id = 'stalled'");
    expect(rows).toEqual([]);
    expect(await decided("/transactions", SALE)).toBe(200);
  });

  it("commits nothing after the deadline", async () => {
    await db.owner.query("create table late (x int)");
    await db.owner.query("grant insert on late to headroom_app");
    const ctx: Ctx = { ...operator, deadlineAt: Date.now() + 2_000 };
    const work = withMerchant(ctx, MID, async (open) => {
      await open.$executeRaw`insert into late values (1)`;
      await new Promise((resolve) => setTimeout(resolve, ctx.deadlineAt! - Date.now() + 1));
    });
    await expect(work).rejects.toMatchObject({ code: "unavailable" });
    expect((await db.owner.query("select from late")).rows).toEqual([]);
  });

  it("may lose its connections and go on", async () => {
    await db.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    expect(await decided("/checks", CHARGE)).toBe(200);
  });
});

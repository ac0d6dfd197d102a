import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flushCheckLog } from "@/lib/data/check-log";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { ACQUIRER } from "@/lib/domain/ids";
import { api } from "@/lib/http/api";
import { logger } from "@/lib/platform/logger";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";
import { seedDemoWorld } from "@/prisma/seed/demo-world";

const MID = "898210154110002";
const operator = { actor: { kind: "operator" } as const, now: () => new Date(), requestId: "test" };
logger.level = "silent";

let db: TestDatabase;
let key: string;
beforeAll(async () => {
  db = await createTestDatabase();
  await seedDemoWorld(db.owner, { now: new Date(), password: "headroom-demo-2026" });
  const scopes = ["checks:run"] as const;
  ({ key } = await createApiKey(operator, { merchantId: MID, name: "till", scopes }));
});
afterAll(() => db.drop());

const post = (path: string, body: unknown, by = { key }) =>
  api.fetch(
    new Request(`http://localhost/api/v1${path}`, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${by.key}`, "content-type": "application/json" },
    }),
  );
const get = (path: string, by = { key }) =>
  api.fetch(
    new Request(`http://localhost/api/v1${path}`, {
      headers: { authorization: `Bearer ${by.key}` },
    }),
  );
const charge = (value: number, more = {}) => ({
  terminal_id: "00018644",
  amount: { value, currency: "CNY" },
  ...more,
});

describe("a check", () => {
  it("declines with its reason, what may be charged instead and the ways out", async () => {
    const answer = await post("/checks", charge(5_200_000));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      decision: "decline",
      code_21: { risk: "high", probability: 0.99, basis: "rule" },
      reasons: [{ code: "PER_TRANSACTION_LIMIT_EXCEEDED", used: null, resets_at: null }],
      headroom: { amount: { value: 5_000_000, currency: "CNY" }, count: null },
      suggestions: [
        { kind: "reduce_amount", amount: { value: 5_000_000 } },
        { kind: "request_limit_change", max_amount: { value: 5_200_000 } },
      ],
    });
  });

  it("says every reason in words", async () => {
    const more = { entry_mode: "magnetic_stripe", card_expiry: "2020-01" };
    const { reasons } = (await (await post("/checks", charge(5_200_000, more))).json()) as {
      reasons: { message: { en: string; zh: string } }[];
    };
    expect(reasons).toHaveLength(3);
    for (const { message } of reasons) expect(message.en + message.zh).not.toMatch(/reasons\./);
  });

  it("is refused outside 24 hours back to 31 days ahead", async () => {
    for (const occurs_at of ["2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z"]) {
      const answer = await post("/checks", charge(100, { occurs_at }));
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ errors: [{ pointer: "/occurs_at" }] });
    }
  });

  it("decides the items of a batch each by itself", async () => {
    const checks = [charge(100), 5, charge(1.5), { a: "4111111111111111" }, charge(6_000_000)];
    const answer = await post("/checks/batch", { checks });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      results: [
        { decision: "approve" },
        { status: 422, errors: [{ pointer: "" }] },
        { status: 422, errors: [{ pointer: "/amount/value" }] },
        { type: "https://headroom.dev/problems/card-number-not-accepted" },
        { decision: "decline" },
      ],
    });
  });

  it("is read back as it was answered", async () => {
    const answered = (await (await post("/checks", charge(100))).json()) as { id: string };
    await flushCheckLog();
    expect(await (await get(`/checks/${answered.id}`)).json()).toEqual(answered);
    const list = await (await get("/checks?limit=1&terminal_id=00018644")).json();
    expect(list).toMatchObject({ data: [answered], next_cursor: expect.any(String) });
  });

  it("that the acquirer asked never tells the merchant whose the terminal is", async () => {
    const scopes = ["checks:run"] as const;
    const acquirer = await createApiKey(operator, { merchantId: ACQUIRER, name: "a", scopes });
    const foreign = { terminal_id: "00018650", amount: { value: 100, currency: "CNY" } };
    const asAcquirer = { key: acquirer.key };
    const answered = (await (
      await post("/checks", { ...foreign, merchant_id: MID }, asAcquirer)
    ).json()) as { id: string };
    const asMerchant = (await (await post("/checks", foreign)).json()) as Record<string, unknown>;
    await flushCheckLog();
    const again = await get(`/checks/${answered.id}?merchant_id=${MID}`, asAcquirer);
    expect(await again.json()).toEqual(answered);
    expect(answered).toMatchObject({ reasons: [{ code: "TERMINAL_MERCHANT_MISMATCH" }] });
    const { id, evaluated_at, ...told } = (await (
      await get(`/checks/${answered.id}`)
    ).json()) as Record<string, unknown>;
    expect([id, typeof evaluated_at]).toEqual([answered.id, "string"]);
    expect({ ...asMerchant, ...told }).toEqual(asMerchant);
    const { data } = (await (await get("/checks?terminal_id=00018650")).json()) as {
      data: { id: string }[];
    };
    expect(JSON.stringify(data)).not.toMatch(/MISMATCH|another merchant|其他商户/);
    expect(data.find((one) => one.id === answered.id)).toMatchObject(told);
  });
});

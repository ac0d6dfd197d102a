import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logger } from "@/lib/platform/logger";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { api } from "@/lib/http/api";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";
import { revokeApiKey } from "@/lib/use-cases/api-keys/revoke-api-key";

const MID = "898210154110002";
const operator = { actor: { kind: "operator" } as const, now: () => new Date(), requestId: "test" };

logger.level = "silent";

let db: TestDatabase;
let key: string;
let keyId: string;
beforeAll(async () => {
  db = await createTestDatabase();
  await db.owner.query(
    `insert into merchants (merchant_id, legal_name, trading_name, mcc, tier, currency, time_zone, status)
     values ($1, 'L', 'T', '5411', 'enterprise', 'CNY', 'Asia/Shanghai', 'active')`,
    [MID],
  );
  const scopes = ["checks:run"] as const;
  ({ key, keyId } = await createApiKey(operator, { merchantId: MID, name: "till", scopes }));
});
afterAll(() => db.drop());

const call = (path: string, init: RequestInit = {}) =>
  api.fetch(
    new Request(`http://localhost${path}`, {
      ...init,
      headers: { authorization: `Bearer ${key}`, ...init.headers },
    }),
  );

describe("the API", () => {
  it("answers a list", async () => {
    const answer = await call("/api/v1/checks");
    expect(await answer.json()).toEqual({ data: [], next_cursor: null });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "ratelimit-policy": '"per-key";q=200;w=1',
    });
  });
  it("refuses", async () => {
    for (const [path, init, status] of [
      ["/api/v1/checks/chk_01J9ZC5V8Q4W0M3K7T2XHB6RDN", {}, 404],
      ["/api/v1/checks/nope", {}, 404],
      ["/api/v1/nope", {}, 404],
      ["/api/v1/checks?limit=0", {}, 422],
      ["/api/v1/checks?cursor=0", {}, 422],
      ["/api/v1/checks?x=4111111111111111", {}, 422],
      ["/api/v1/checks/a", { method: "DELETE" }, 405],
      ["/api/v1/checks", { headers: { authorization: "Bearer x" } }, 401],
      ["/api/v1/checks?merchant_id=898210154110003", {}, 404],
    ] as const) {
      const answer = await call(path, init);
      const text = await answer.text();
      expect([path, answer.status, text]).toEqual([path, status, text]);
      expect(text).not.toContain("4111");
    }
  });
  it("has ends", async () => {
    for (const path of ["/healthz", "/readyz", "/api/v1/openapi.json"]) {
      expect((await call(path)).status).toBe(200);
      const wrong = await call(path, { method: "POST" });
      expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    }
    expect((await call("/metrics")).status).toBe(404);
    expect((await call("/metrics", { method: "POST" })).status).toBe(404);
    await revokeApiKey(operator, keyId);
    expect((await call("/api/v1/checks")).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await call("/api/v1/checks")).status).toBe(401);
  });
});

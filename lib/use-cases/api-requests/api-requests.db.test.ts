import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import type { ApiRequestPage } from "@/lib/data/api-requests";
import { withAcquirer } from "@/lib/data/db";
import { flushRequestLog } from "@/lib/data/request-log";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant, insertTestOfficer, insertTestUser } from "@/lib/data/test-merchants";
import { forgetApiRequests } from "@/lib/data/upkeep";
import type { Actor } from "@/lib/domain/access/actor";
import { REQUEST_BURST } from "@/lib/domain/api-requests";
import { ACQUIRER } from "@/lib/domain/ids";
import { api } from "@/lib/http/api";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";
import { listApiRequests } from "@/lib/use-cases/api-requests/list-api-requests";
import { logApiRequest } from "@/lib/use-cases/log-api-request";

const SUNRISE = "898210154110002";
const HARBOUR = "898210154110003";
const CARD = ["4111", "1111", "1111", "1111"].join("");
const ALL: ApiRequestPage = { refusedOnly: false, after: null, limit: 500 };

let db: TestDatabase;
let staff: Actor;
let stranger: Actor;
let officer: Actor;
let key: string;

const as = (actor: Actor): Ctx => ({ actor, now: () => new Date(), requestId: "req_test" });

async function call(method: string, path: string, body?: unknown, bearer = key) {
  const headers = { authorization: `Bearer ${bearer}`, "content-type": "application/json" };
  const text = body === undefined ? undefined : JSON.stringify(body);
  const url = `http://localhost/api/v1${path}`;
  return api.fetch(new Request(url, { method, headers, body: text }), {});
}

async function logged(page: Partial<ApiRequestPage> = {}) {
  await flushRequestLog();
  return listApiRequests(as(staff), SUNRISE, { ...ALL, ...page });
}

const charge = (more: object = {}) => ({
  ...{ terminal_id: "00018644", amount: { value: 100, currency: "CNY" }, ...more },
});

beforeAll(async () => {
  db = await createTestDatabase();
  await insertTestMerchant(db.owner, { merchantId: SUNRISE, terminalId: "00018644" });
  await insertTestMerchant(db.owner, { merchantId: HARBOUR, terminalId: "00018645" });
  staff = await insertTestUser(db.owner, "Staff", SUNRISE, "merchant_staff");
  stranger = await insertTestUser(db.owner, "Stranger", HARBOUR, "merchant_owner");
  officer = await insertTestOfficer(db.owner, "Officer", "acquirer_admin");
  const operator: Ctx = { ...as(staff), actor: { kind: "operator" } };
  const scopes = ["checks:run", "limits:read"] as const;
  key = (await createApiKey(operator, { merchantId: SUNRISE, name: "Front till", scopes })).key;
});
beforeEach(async () => {
  await flushRequestLog();
  await db.owner.query("truncate api_requests");
});
afterAll(() => db.drop());

describe("the request log", () => {
  it("holds what a merchant's key asked: path, body, status, request and decision", async () => {
    const answer = await call("POST", "/checks", charge());
    const { id, decision } = (await answer.json()) as { id: string; decision: string };
    await call("GET", "/limits?limit=5");
    await call("GET", "/limits?limit=nonsense");
    const { rows } = await logged();
    expect(rows).toMatchObject([
      { method: "GET", path: "/api/v1/limits?limit=nonsense", status: 422, body: null },
      { method: "GET", path: "/api/v1/limits?limit=5", status: 200, check: null },
      {
        ...{ method: "POST", path: "/api/v1/checks", status: 200, keyName: "Front till" },
        ...{ requestId: answer.headers.get("x-request-id"), check: { checkId: id, decision } },
        body: JSON.stringify(charge()),
      },
    ]);
  });

  it("never holds a card number, neither of a body nor of an address", async () => {
    await call("POST", "/checks", charge({ note: CARD }));
    await call("POST", "/checks/batch", { checks: [charge(), charge({ note: CARD })] });
    await call("GET", `/limits?cursor=${CARD}`);
    const { rows } = await logged();
    expect(rows).toHaveLength(3);
    expect(rows.filter(({ body }) => body !== null)).toEqual([]);
    expect(JSON.stringify(rows)).not.toContain("1111");
  });

  it("leaves out a body above 2 KB, and keeps one of exactly 2,048 bytes", async () => {
    const pad = (bytes: number) => {
      const empty = Buffer.byteLength(JSON.stringify(charge({ note: "" })));
      return charge({ note: "x".repeat(bytes - empty) });
    };
    await call("POST", "/checks", pad(2_048));
    await call("POST", "/checks", pad(2_049));
    const { rows } = await logged();
    expect(rows.map(({ body }) => body?.length ?? null)).toEqual([null, 2_048]);
  });

  it("pages, and shows refused ones alone", async () => {
    for (const limit of ["1", "none", "2"]) await call("GET", `/limits?limit=${limit}`);
    const first = await logged({ limit: 2 });
    const second = await logged({ limit: 2, after: first.nextKey });
    expect([...first.rows, ...second.rows].map(({ path }) => path.at(-1))).toEqual(["2", "e", "1"]);
    expect((await logged({ refusedOnly: true })).rows).toHaveLength(1);
  });

  it("is the merchant's alone, and nobody else's requests are in it", async () => {
    await call("GET", "/limits", undefined, "hr_live_unknown");
    logApiRequest(ACQUIRER, {
      ...{ keyId: "key_a", method: "GET", url: "/api/v1/limits", status: 200 },
      ...{ requestId: "req_1", said: undefined, told: undefined },
    });
    expect((await logged()).rows).toEqual([]);
    await expect(listApiRequests(as(stranger), SUNRISE, ALL)).rejects.toThrow();
    await expect(listApiRequests(as(officer), SUNRISE, ALL)).rejects.toThrow();
  });

  it("keeps a burst and no more of one merchant", async () => {
    const request = {
      ...{ keyId: "key_b", method: "GET", url: "/api/v1/limits", status: 200 },
      ...{ requestId: "req_1", said: undefined, told: undefined },
    };
    for (let i = 0; i < REQUEST_BURST + 300; i++) logApiRequest(HARBOUR, request);
    await flushRequestLog();
    const { rows } = await db.owner.query<{ n: number }>(
      "select count(*)::int as n from api_requests where merchant_id = $1",
      [HARBOUR],
    );
    expect(rows[0]?.n).toBe(REQUEST_BURST);
  });

  it("is forgotten after 7 days, by the database's clock", async () => {
    await db.owner.query(
      `insert into api_requests (merchant_id, api_request_id, key_id, requested_at, method, path, status, request_id)
       select $1, 'arq_' || age, 'key', now() - age * interval '1 hour', 'GET', '/', 200, 'req'
       from unnest(array[1, 167, 169, 400]) age`,
      [SUNRISE],
    );
    const system: Ctx = { ...as(staff), actor: { kind: "system" } };
    expect(await withAcquirer(system, (inside) => forgetApiRequests(inside, 100))).toBe(2);
    expect((await logged()).rows).toHaveLength(2);
  });
});

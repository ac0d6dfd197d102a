import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestLimit, insertTestMerchant } from "@/lib/data/test-merchants";
import { SCOPES } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import { api } from "@/lib/http/api";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";

const M = "898210154110002";
const OTHER = "898210154110003";
const T = "00018644";
const OTHER_T = "00018650";
const DAY_MS = 86_400_000;

const operator = { actor: { kind: "operator" } as const, now: () => new Date(), requestId: "test" };

let db: TestDatabase;
let keys: { merchant: string; acquirer: string };
let dailyId: string;
let monthlyId: string;
let serial = 0;

beforeAll(async () => {
  db = await createTestDatabase();
  await insertTestMerchant(db.owner, { merchantId: M, terminalId: T });
  await insertTestMerchant(db.owner, { merchantId: OTHER, terminalId: OTHER_T });
  for (const n of ["00018645", "00018646"]) {
    await db.owner.query(
      "insert into terminals (merchant_id, terminal_id, status) values ($1, $2, 'deployed')",
      [M, n],
    );
  }
  const terminal = { terminalId: T } as const;
  await insertTestLimit(
    db.owner,
    M,
    { ...terminal, window: "per_transaction" },
    { maxAmountMinor: 5_000_000, minAmountMinor: 100 },
  );
  dailyId = await insertTestLimit(
    db.owner,
    M,
    { ...terminal, window: "daily" },
    { maxAmountMinor: 30_000_000, maxCount: 3 },
  );
  monthlyId = await insertTestLimit(
    db.owner,
    M,
    { terminalId: null, window: "monthly" },
    { maxCount: 1_000 },
  );
  const ended = await insertTestLimit(
    db.owner,
    M,
    { terminalId: "00018645", window: "daily" },
    { maxCount: 1 },
  );
  await db.owner.query("update limit_versions set ends_at = now() where limit_id = $1", [ended]);
  const key = async (merchantId: string) =>
    (await createApiKey(operator, { merchantId, name: "till", scopes: SCOPES, ratePerSecond: 0 }))
      .key;
  keys = { merchant: await key(M), acquirer: await key(ACQUIRER) };
});
afterAll(() => db.drop());

/** Asks again, as a client does, when a cold or busy machine could not answer in time. */
async function call(...asked: Parameters<typeof callOnce>): ReturnType<typeof callOnce> {
  const answer = await callOnce(...asked);
  return answer.status === 503 ? call(...asked) : answer;
}

async function callOnce(path: string, body?: unknown, by: keyof typeof keys = "merchant") {
  const answer = await api.fetch(
    new Request(`http://localhost/api/v1${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        authorization: `Bearer ${keys[by]}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    }),
  );
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
}

const cny = (value: number) => ({ value, currency: "CNY" });
const sale = (over: object = {}) => ({
  external_id: `X${++serial}`,
  terminal_id: T,
  amount: cny(1_000),
  response_code: "00",
  occurred_at: new Date().toISOString(),
  ...over,
});

describe("POST /transactions", () => {
  it("records a single object, and answers its fault as the problem", async () => {
    const first = sale();
    const counted = { accepted: 1, duplicates: 0, rejected: [] };
    expect(await call("/transactions", first)).toEqual({ status: 200, body: counted });
    const again = { accepted: 0, duplicates: 1, rejected: [] };
    expect(await call("/transactions", { ...first, kind: "sale" })).toMatchObject({ body: again });
    const faults = [
      [{ ...first, amount: cny(2) }, 409, undefined],
      [sale({ terminal_id: OTHER_T }), 404, undefined],
      [sale({ kind: "refund" }), 422, "/original_external_id"],
      [sale({ kind: "refund", original_external_id: "none" }), 404, undefined],
      [sale({ original_external_id: first.external_id }), 422, "/original_external_id"],
      [sale({ reservation_id: "rsv_01J9ZC5V8Q4W0M3K7T2XHB6RDN" }), 404, undefined],
      [sale({ occurred_at: new Date(Date.now() + 360_000).toISOString() }), 422, "/occurred_at"],
      [sale({ response_code: "0" }), 422, "/response_code"],
      [sale({ external_id: "x".repeat(65) }), 422, "/external_id"],
      [sale({ amount: cny(1.5) }), 422, "/amount/value"],
    ] as const;
    for (const [body, status, pointer] of faults) {
      const answer = await call("/transactions", body);
      expect([answer.status, answer.body.errors?.[0].pointer]).toEqual([status, pointer]);
    }
  });

  it("keeps the order of a batch and rejects items one by one", async () => {
    const first = sale({ occurred_at: "2026-01-02T03:04:05Z" });
    first.occurred_at = new Date(Date.now() - 60_000).toISOString();
    const answer = await call("/transactions", {
      merchant_id: M,
      transactions: [
        first,
        7,
        { ...first, kind: "refund", external_id: "R1", original_external_id: first.external_id },
        sale({ external_id: "6222 0212 3456 7894" }),
        sale({ merchant_id: OTHER }),
        { ...first },
        sale({ amount: { value: 1, currency: "XYZ" } }),
      ],
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ accepted: 2, duplicates: 1 });
    const rejected = answer.body.rejected as { index: number; problem: { type: string } }[];
    expect(rejected.map(({ index, problem }) => [index, problem.type.split("/").at(-1)])).toEqual([
      [1, "validation-failed"],
      [3, "card-number-not-accepted"],
      [4, "not-found"],
      [6, "validation-failed"],
    ]);
    expect(JSON.stringify(answer.body)).not.toContain("6222");
  });

  it("takes 1 to 500 items and asks an acquirer's key for the merchant", async () => {
    expect((await call("/transactions", { transactions: [] })).status).toBe(422);
    const many = Array.from({ length: 501 }, () => 1);
    expect((await call("/transactions", { transactions: many })).status).toBe(422);
    expect((await call("/transactions", sale(), "acquirer")).status).toBe(422);
    const named = { merchant_id: M, ...sale() };
    expect((await call("/transactions", named, "acquirer")).status).toBe(200);
    expect((await call("/transactions", { ...sale(), merchant_id: OTHER })).status).toBe(404);
  });
});

describe("GET /transactions", () => {
  it("pages newest first and filters, a bare plus sign included", async () => {
    const { body: first } = await call("/transactions?limit=2");
    expect(first.data).toHaveLength(2);
    const { body: rest } = await call(`/transactions?limit=100&cursor=${first.next_cursor}`);
    const all = [...first.data, ...rest.data];
    expect(rest.next_cursor).toBeNull();
    const times: string[] = all.map((row) => row.occurred_at);
    expect(times.toSorted().toReversed()).toEqual(times);
    expect(all[0]).toMatchObject({ kind: "sale", amount: cny(1_000), reservation_id: null });
    expect(all[0].occurred_at).toMatch(/\+08:00$/);
    const { body: none } = await call("/transactions?from=2036-01-01T00:00:00+08:00");
    expect(none).toEqual({ data: [], next_cursor: null });
    expect((await call("/transactions?terminal_id=00018646")).body.data).toEqual([]);
    for (const query of ["from=yesterday", "terminal_id=1", "cursor=AAAA", "limit=101", "x=1"]) {
      expect((await call(`/transactions?${query}`)).status).toBe(422);
    }
  });
});

describe("terminals", () => {
  it("are listed page by page", async () => {
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const query: string = cursor && `&cursor=${cursor}`;
      const { body } = await call(`/terminals?limit=2${query}`);
      seen.push(...body.data.map((row: { terminal_id: string }) => row.terminal_id));
      cursor = body.next_cursor;
    }
    expect(seen).toEqual(["00018646", "00018645", T]);
    const { body } = await call(`/terminals?merchant_id=${OTHER}`, undefined, "acquirer");
    expect(body.data).toMatchObject([{ terminal_id: OTHER_T, merchant_id: OTHER }]);
  });

  it("are read one by one; another merchant's is missing", async () => {
    const { status, body } = await call(`/terminals/${T}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ terminal_id: T, merchant_id: M, status: "deployed", compliance_status: "compliant" },
      ...{ entry_modes: ["chip"], currencies: ["CNY"], last_seen_at: null, store: null },
    });
    const told = async (tid: string) => {
      const answer = await call(`/terminals/${tid}`);
      return { status: answer.status, ...answer.body, instance: "", request_id: "" };
    };
    expect((await told("99999999")).status).toBe(404);
    expect(await told(OTHER_T)).toEqual(await told("99999999"));
    expect(await told("short")).toEqual(await told("99999999"));
  });

  it("say what may still be charged", async () => {
    const { body } = await call(`/terminals/${T}/headroom?entry_mode=chip`);
    expect(body).toMatchObject({ amount: cny(0), count: 0, limits: { length: 3 } });
    const daily = body.limits.find((row: { limit_id: string }) => row.limit_id === dailyId);
    expect(daily).toMatchObject({
      ...{ scope: "terminal", terminal_id: T, window: "daily", status: "active", version: 1 },
      amount: { limit: cny(30_000_000), reserved: cny(0) },
      count: { limit: 3, used: 3, reserved: 0, remaining: 0, percent_used: 100 },
      filters: { entry_modes: [], time_from: null, days_of_week: [] },
      ...{ min_amount: null, starts_at: null, ends_at: null, pending_request_id: null },
    });
    const single = body.limits.find((row: { window: string }) => row.window === "per_transaction");
    expect(single).toMatchObject({
      min_amount: cny(100),
      amount: { limit: cny(5_000_000), used: null, remaining: null, percent_used: null },
      ...{ count: null, resets_at: null },
    });
    const usd = await call(`/terminals/${T}/headroom?currency=USD`);
    expect(usd.body).toMatchObject({ amount: { value: 0, currency: "USD" }, limits: [] });
    expect((await call(`/terminals/${T}/headroom?currency=XXX`)).status).toBe(422);
    expect((await call(`/terminals/${OTHER_T}/headroom`)).status).toBe(404);
    expect((await call("/terminals/99999999/headroom")).status).toBe(404);
  });

  it("take over what they say about themselves", async () => {
    const beat = {
      ...{ app_version: "4.2.1", network: "wifi", rtt_ms: 40 },
      ...{ reported_merchant_id: OTHER, reported_terminal_id: T },
      location: { lat: 31.2304, lon: 121.4737 },
    };
    expect(await call(`/terminals/${T}/heartbeats`, beat)).toEqual({ status: 204, body: null });
    const { body } = await call(`/terminals/${T}`);
    expect(body).toMatchObject({ app_version: "4.2.1" });
    expect(Date.now() - Date.parse(body.last_seen_at)).toBeLessThan(60_000);
    const check = await call("/checks", { terminal_id: T, amount: cny(1_000) });
    const codes = check.body.reasons.map((reason: { code: string }) => reason.code);
    expect(codes).toContain("TERMINAL_CONFIG_MISMATCH");
    expect((await call(`/terminals/${OTHER_T}/heartbeats`, beat)).status).toBe(404);
    for (const wrong of [{ rtt_ms: 1.5 }, { network: "5g" }, { location: { lat: 91, lon: 0 } }]) {
      expect((await call(`/terminals/${T}/heartbeats`, { ...beat, ...wrong })).status).toBe(422);
    }
  });
});

describe("GET /limits", () => {
  it("lists what is in force or scheduled, newest first", async () => {
    const far = new Date(Date.now() + 90 * DAY_MS).toISOString();
    const later = await insertTestLimit(
      db.owner,
      M,
      { terminalId: "00018646", window: "daily" },
      { maxCount: 1 },
    );
    await db.owner.query("update limit_versions set starts_at = $2 where limit_id = $1", [
      later,
      far,
    ]);
    const { body } = await call("/limits");
    expect(body.data.map((row: { limit_id: string }) => row.limit_id)).toHaveLength(4);
    expect(body.data[0]).toMatchObject({ limit_id: later, status: "scheduled" });
    expect(body.data[1]).toMatchObject({ limit_id: monthlyId, scope: "merchant", amount: null });
    const first = await call("/limits?limit=1");
    const second = await call(`/limits?limit=1&cursor=${first.body.next_cursor}`);
    expect(second.body.data).toEqual([body.data[1]]);
  });

  it("filters by terminal, scope and window", async () => {
    const count = async (query: string) => (await call(`/limits?${query}`)).body.data.length;
    expect(await count(`terminal_id=${T}`)).toBe(3);
    expect(await count("terminal_id=00018645")).toBe(1);
    expect(await count(`terminal_id=${OTHER_T}`)).toBe(0);
    expect(await count("scope=merchant")).toBe(1);
    expect(await count(`terminal_id=${T}&window=daily`)).toBe(1);
    expect((await call("/limits?window=hourly")).status).toBe(422);
  });
});

describe("GET /compliance and /response-codes", () => {
  it("tells switches and requirements as they stand by the clock", async () => {
    const { body } = await call("/compliance");
    expect(body).toMatchObject({
      payment_acceptance: { status: "enabled", reason: null },
      settlement: { status: "enabled", reason: null },
      ...{ compliance_status: "compliant", requirements: [] },
    });
    await db.owner.query(
      `insert into requirements (merchant_id, requirement_id, code, status, due_at, affects, action)
       values ($1, 'rqm_1', 'business_license', 'currently_due', now() - interval '1 day',
         '{payment_acceptance}', 'upload_document')`,
      [M],
    );
    expect((await call("/compliance")).body).toMatchObject({
      compliance_status: "past_due",
      requirements: [{ code: "business_license", status: "past_due", affects: { length: 1 } }],
    });
    expect((await call(`/terminals/${T}`)).body.compliance_status).toBe("past_due");
  });

  it("tells the codes of a profile to any key", async () => {
    const { body } = await call("/response-codes");
    expect(body.profile).toBe("catch_all");
    expect(body.data[0]).toMatchObject({ code: "00", category: "ok", merchant_action: {} });
    const named = await call("/response-codes?profile=unionpay_v21", undefined, "acquirer");
    expect(named.body.profile).toBe("unionpay_v21");
    expect((await call("/response-codes?profile=mine")).status).toBe(422);
  });
});

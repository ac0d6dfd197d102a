import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { logger } from "@/lib/platform/logger";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestLimit, insertTestMerchant, insertTestUser } from "@/lib/data/test-merchants";
import { ACQUIRER } from "@/lib/domain/ids";
import { api } from "@/lib/http/api";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";

const M = "898210154110002";
const T = "00018644";
const OTHER = "898210154110003";
const UNKNOWN = "lim_01J00000000000000000000000";
const operator = { actor: { kind: "operator" } as const, now: () => new Date(), requestId: "test" };

logger.level = "silent";

let db: TestDatabase;
let key: string;
let otherKey: string;
let acquirerKey: string;
let blindKey: string;
let limitId: string;

const newKey = async (merchantId: string, ...scopes: ("limit_requests:write" | "checks:run")[]) =>
  (await createApiKey(operator, { merchantId, name: "till", scopes, ratePerSecond: 0 })).key;

beforeAll(async () => {
  db = await createTestDatabase();
  await insertTestMerchant(db.owner, { merchantId: M, terminalId: T });
  await insertTestMerchant(db.owner, { merchantId: OTHER, terminalId: "00018650" });
  await insertTestUser(db.owner, "Boss", M, "merchant_owner");
  await db.owner.query(
    "insert into four_eyes_thresholds values ('per_transaction', 'CNY', 5000000)",
  );
  key = await newKey(M, "limit_requests:write");
  otherKey = await newKey(OTHER, "limit_requests:write");
  acquirerKey = await newKey(ACQUIRER, "limit_requests:write");
  blindKey = await newKey(M, "checks:run");
});
afterAll(() => db.drop());

beforeEach(async () => {
  for (const table of [
    "notifications",
    "limit_request_events",
    "limit_requests",
    "limit_versions",
    "limits",
  ]) {
    await db.owner.query(`delete from ${table}`);
  }
  const limit = { terminalId: T, window: "per_transaction" } as const;
  limitId = await insertTestLimit(db.owner, M, limit, { maxAmountMinor: 5_000_000 });
});

type Call = { key?: string; body?: unknown; raw?: string; headers?: Record<string, string> };
let once = 0;

async function call(method: "GET" | "POST", path: string, options: Call = {}) {
  const body =
    options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const answer = await api.fetch(
    new Request(`http://localhost/api/v1/limit-requests${path}`, {
      method,
      body,
      headers: {
        authorization: `Bearer ${options.key ?? key}`,
        ...(body !== undefined && { "content-type": "application/json" }),
        ...options.headers,
      },
    }),
  );
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

const cny = (value: number) => ({ value, currency: "CNY" });
const why = "Wholesale customers pay by one card.";
const asking = (value: number, more: object = {}) => ({
  ...{ limit_id: limitId, requested: { max_amount: cny(value) }, justification: why },
  ...more,
});
const submit = (body: unknown, options: Call = {}) =>
  call("POST", "", { body, headers: { "idempotency-key": `k${++once}` }, ...options });

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?\+08:00$/;

describe("POST /limit-requests", () => {
  it("201: asks for more", async () => {
    const { status, body } = await submit(asking(6_000_000));
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^lrq_/),
      ...{ state: "submitted", merchant_id: M, limit_id: limitId, scope: "terminal", store: null },
      ...{ terminal_id: T, window: "per_transaction", window_seconds: null, currency: "CNY" },
      filters: {
        ...{ entry_modes: [], funding_sources: [], card_origins: [] },
        ...{ time_from: null, time_to: null, days_of_week: [] },
      },
      current: { max_amount: cny(5_000_000), max_count: null, min_amount: null },
      requested: { max_amount: cny(6_000_000), max_count: null, min_amount: null },
      ...{ approved: null, required_approvals: 2, decisions: [], justification: why },
      ...{ question: null, answer: null, starts_at: null, ends_at: null },
      due_at: expect.stringMatching(ISO),
      created_at: expect.stringMatching(ISO),
    });
    expect((await call("GET", `/${body.id}`)).body).toEqual(body);
  });

  it("201: tightening is applied, or scheduled when it starts later, and the owner hears", async () => {
    const applied = await submit(asking(4_000_000));
    expect(applied.body).toMatchObject({ state: "applied", required_approvals: 0, approved: null });
    expect(applied.body.current.max_amount).toEqual(cny(5_000_000));
    const starts_at = new Date(Date.now() + 3_600_000).toISOString();
    expect((await submit(asking(3_000_000, { starts_at }))).body.state).toBe("scheduled");
    const { rows } = await db.owner.query("select kind from notifications");
    expect(rows).toEqual([{ kind: "limit_changed" }, { kind: "limit_changed" }]);
  });

  it("201: asks for a new limit, whose id is kept", async () => {
    const fresh = {
      ...{ scope: "terminal", terminal_id: T, window: "daily", currency: "CNY" },
      filters: { entry_modes: ["qr_dynamic", "chip", "chip"] },
      ...{ requested: { max_amount: cny(1_000), max_count: 5 }, justification: why },
    };
    const { status, body } = await submit(fresh);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: "submitted",
      limit_id: expect.stringMatching(/^lim_/),
      current: { max_amount: null, max_count: null, min_amount: null },
      requested: { max_amount: cny(1_000), max_count: 5, min_amount: null },
      required_approvals: 2,
    });
    const again = { ...fresh, filters: { entry_modes: ["chip", "qr_dynamic"] } };
    expect((await submit(again)).body).toMatchObject({
      type: "https://headroom.dev/problems/limit-request-open",
      limit_request_id: body.id,
    });
    const merchantWide = { scope: "merchant", window: "monthly", currency: "USD" };
    const requested = { max_amount: { value: 1, currency: "USD" } };
    expect((await submit({ ...merchantWide, requested, justification: why })).status).toBe(201);
  });

  it("201: null removes a value", async () => {
    const { body } = await submit({ ...asking(0), requested: { max_amount: null } });
    expect(body.requested).toEqual({ max_amount: null, max_count: null, min_amount: null });
    expect([body.state, body.required_approvals]).toEqual(["submitted", 2]);
  });

  it("replays, refuses another body, and keeps the conflict too", async () => {
    const headers = { "idempotency-key": '"fixed"' };
    const first = await submit(asking(6_000_000), { headers });
    const again = await submit(asking(6_000_000), {
      headers: { "idempotency-key": "fixed" },
    });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect((await submit(asking(7_000_000), { headers })).body.type).toMatch(
      /idempotency-key-reused$/,
    );
    const second = { headers: { "idempotency-key": "second" } };
    const conflict = await submit(asking(7_000_000), second);
    expect(conflict.status).toBe(409);
    expect(conflict.body).toMatchObject({
      type: "https://headroom.dev/problems/limit-request-open",
      limit_request_id: first.body.id,
    });
    await call("POST", `/${first.body.id}/withdraw`);
    const kept = await submit(asking(7_000_000), second);
    expect([kept.status, kept.body.limit_request_id]).toEqual([409, first.body.id]);
  });

  it("a crowd with one key has one effect", async () => {
    const headers = { "idempotency-key": "crowd" };
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => submit(asking(6_000_000), { headers })),
    );
    for (const { status } of answers) expect([201, 409, 503]).toContain(status);
    await submit(asking(6_000_000), { headers });
    const { rows } = await db.owner.query("select count(*)::int as n from limit_requests");
    expect(rows).toEqual([{ n: 1 }]);
  });

  it.each([
    ["400 without a key", { headers: {} }, 400, "idempotency-key-missing"],
    ["400 for what is not JSON", { raw: "{" }, 400, "malformed-json"],
    ["401", { key: "hr_live_nope" }, 401, "unauthenticated"],
    ["403 without the scope", { key: "blind" }, 403, "forbidden"],
    ["413", { raw: JSON.stringify({ x: "y".repeat(70_000) }) }, 413, "payload-too-large"],
    [
      "415",
      { headers: { "idempotency-key": "a", "content-type": "text/plain" } },
      415,
      "unsupported-media-type",
    ],
  ] as const)("%s", async (_name, options, status, slug) => {
    const call = options as Call;
    const answer = await submit(asking(6_000_000), {
      ...call,
      ...(call.key === "blind" && { key: blindKey }),
    });
    expect([answer.status, answer.body.type]).toEqual([
      status,
      `https://headroom.dev/problems/${slug}`,
    ]);
  });

  it("404 for a limit that is missing, malformed or another merchant's", async () => {
    for (const limit_id of [UNKNOWN, "nonsense", "", "x".repeat(300)]) {
      expect((await submit({ ...asking(6_000_000), limit_id })).status).toBe(404);
    }
    expect((await submit(asking(6_000_000), { key: otherKey })).status).toBe(404);
    expect((await submit(asking(6_000_000, { merchant_id: OTHER }))).status).toBe(404);
    const fresh = { scope: "terminal", terminal_id: "00018650", window: "daily", currency: "CNY" };
    const requested = { max_amount: cny(1) };
    expect((await submit({ ...fresh, requested, justification: why })).status).toBe(404);
  });

  it("422: a new limit that limits nothing", async () => {
    const fresh = { scope: "terminal", terminal_id: T, window: "daily", currency: "CNY" };
    for (const requested of [{ max_amount: null }, { max_amount: null, max_count: null }]) {
      const { status, body } = await submit({ ...fresh, requested, justification: why });
      expect([status, body.errors?.[0]?.code]).toEqual([422, "changes_nothing"]);
    }
  });

  it.each([
    ["nothing asked", { requested: {} }, "/requested"],
    ["nothing changed", { requested: { max_amount: cny(5_000_000) } }, "/requested"],
    ["an unknown field", { extra: 1 }, "/extra"],
    ["an unknown value", { requested: { max_amount: cny(1), x: 1 } }, "/requested/x"],
    ["a fraction", { requested: { max_amount: cny(1.5) } }, "/requested/max_amount/value"],
    ["a negative", { requested: { max_amount: cny(-1) } }, "/requested/max_amount/value"],
    ["no money", { requested: { max_amount: 5 } }, "/requested/max_amount"],
    [
      "another currency",
      { requested: { max_amount: { value: 1, currency: "USD" } } },
      "/requested/max_amount/currency",
    ],
    [
      "no currency",
      { requested: { max_amount: { value: 1, currency: "XXX" } } },
      "/requested/max_amount/currency",
    ],
    ["a count per charge", { requested: { max_count: 3 } }, "/requested/max_count"],
    ["a minimum above the maximum", { requested: { min_amount: cny(5_000_001) } }, "/requested"],
    ["too short a reason", { justification: "because" }, "/justification"],
    ["a reason of spaces alone", { justification: " ".repeat(12) }, "/justification"],
    ["too short a reason between spaces", { justification: "  because    " }, "/justification"],
    ["too long a reason", { justification: "x".repeat(2001) }, "/justification"],
    ["a start in the past", { starts_at: "2020-01-01T00:00:00+08:00" }, "/starts_at"],
    ["no time", { starts_at: "tomorrow" }, "/starts_at"],
    ["an end in the past", { ends_at: "2020-01-01T00:00:00+08:00" }, "/ends_at"],
    ["a limit and a new one", { scope: "merchant" }, "/scope"],
    ["a card number", { justification: "Card 4111 1111 1111 1111 was refused" }, "/justification"],
    ["a malformed MID", { merchant_id: "12" }, "/merchant_id"],
  ])("422: %s", async (_name, more, pointer) => {
    const answer = await submit(asking(6_000_000, more));
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((e: { pointer: string }) => e.pointer)).toContain(pointer);
  });

  it.each([
    ["no scope", { window: "daily", currency: "CNY" }, ["/scope"]],
    ["no terminal", { scope: "terminal", window: "daily", currency: "CNY" }, ["/terminal_id"]],
    ["no store", { scope: "store", window: "daily", currency: "CNY" }, ["/store"]],
    [
      "a rolling window without its length",
      { scope: "merchant", window: "rolling", currency: "CNY" },
      ["/window_seconds"],
    ],
    [
      "a length",
      { scope: "merchant", window: "daily", window_seconds: 60, currency: "CNY" },
      ["/window_seconds"],
    ],
    [
      "one of its two times",
      {
        ...{ scope: "merchant", window: "daily", currency: "CNY" },
        filters: { time_from: "08:00", days_of_week: [1] },
      },
      ["/filters/time_to"],
    ],
    [
      "a malformed TID",
      { scope: "terminal", terminal_id: "1", window: "daily", currency: "CNY" },
      ["/terminal_id"],
    ],
  ])("422 for a new limit with %s", async (_name, fresh, pointers) => {
    const answer = await submit({
      ...fresh,
      requested: { max_amount: cny(1) },
      justification: why,
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((e: { pointer: string }) => e.pointer)).toEqual(pointers);
  });

  it.each([
    ["a week", { scope: "merchant", window: "weekly" }],
    ["a rolling window", { scope: "merchant", window: "rolling", window_seconds: 60 }],
    [
      "hours and weekdays",
      {
        ...{ scope: "merchant", window: "daily" },
        filters: { time_from: "22:00", time_to: "02:00", days_of_week: [1, 7] },
      },
    ],
  ])("201 for a new limit of %s", async (_name, fresh) => {
    const { status, body } = await submit({
      ...{ ...fresh, currency: "CNY", justification: why },
      requested: { max_amount: cny(1) },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject(fresh);
  });

  it("404 for a new limit of a store that is not there", async () => {
    const answer = await submit({
      ...{ scope: "store", store: "Nowhere", window: "daily", currency: "CNY" },
      ...{ requested: { max_amount: cny(1) }, justification: why },
    });
    expect(answer.status).toBe(404);
  });

  it("an acquirer's key names the merchant and tightens past an open request", async () => {
    const open = await submit(asking(6_000_000));
    const missing = await submit(asking(4_000_000), { key: acquirerKey });
    expect([missing.status, missing.body.errors[0].pointer]).toEqual([422, "/merchant_id"]);
    const body = asking(4_000_000, { merchant_id: M });
    expect((await submit(body, { key: acquirerKey })).body.state).toBe("applied");
    const after = await call("GET", `/${open.body.id}`);
    expect(after.body).toMatchObject({
      state: "submitted",
      current: { max_amount: cny(4_000_000) },
    });
    const more = asking(7_000_000, { merchant_id: M });
    expect((await submit(more, { key: acquirerKey })).status).toBe(409);
    const stranger = asking(1, { merchant_id: "000000000000000" });
    expect((await submit(stranger, { key: acquirerKey })).status).toBe(404);
  });
});

describe("GET /limit-requests", () => {
  it("200: newest first, in pages", async () => {
    const ids: string[] = [];
    for (const value of [4_000_000, 3_000_000, 2_000_000]) {
      ids.unshift((await submit(asking(value))).body.id);
    }
    const first = await call("GET", "?limit=2");
    expect(first.body.data.map((r: { id: string }) => r.id)).toEqual(ids.slice(0, 2));
    const rest = await call("GET", `?limit=2&cursor=${first.body.next_cursor}`);
    expect(rest.body.data.map((r: { id: string }) => r.id)).toEqual(ids.slice(2));
    expect(rest.body.next_cursor).toBeNull();
    expect((await call("GET", "", { key: otherKey })).body).toEqual({
      data: [],
      next_cursor: null,
    });
    expect((await call("GET", `?merchant_id=${M}`, { key: acquirerKey })).body.data).toHaveLength(
      3,
    );
  });

  it("401, 403, 404, 422", async () => {
    expect((await call("GET", "", { key: "x" })).status).toBe(401);
    expect((await call("GET", "", { key: blindKey })).status).toBe(403);
    expect((await call("GET", `?merchant_id=${OTHER}`)).status).toBe(404);
    expect((await call("GET", "", { key: acquirerKey })).status).toBe(422);
    for (const query of ["?limit=0", "?cursor=zz", "?state=applied"]) {
      expect((await call("GET", query)).status).toBe(422);
    }
  });

  it("one: 404 for a missing, a malformed and another merchant's id alike", async () => {
    const { body } = await submit(asking(6_000_000));
    const theirs = await call("GET", `/${body.id}`, { key: otherKey });
    const missing = await call("GET", "/lrq_01J00000000000000000000000");
    const malformed = await call("GET", "/nope");
    for (const answer of [theirs, missing, malformed]) {
      expect(answer.status).toBe(404);
      const { instance: _instance, request_id: _id, ...same } = answer.body;
      const { instance: _other, request_id: _otherId, ...missingSame } = missing.body;
      expect(same).toEqual(missingSame);
    }
  });
});

describe("POST /limit-requests/{id}/withdraw", () => {
  it("200 with no body, with an empty object, and again unchanged", async () => {
    const { body } = await submit(asking(6_000_000));
    const first = await call("POST", `/${body.id}/withdraw`);
    expect([first.status, first.body.state]).toEqual([200, "withdrawn"]);
    const again = await call("POST", `/${body.id}/withdraw`, { body: {} });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await call("GET", `/${body.id}`)).body).toEqual(first.body);
  });

  it("404, 409, 422", async () => {
    const { body } = await submit(asking(4_000_000));
    const final = await call("POST", `/${body.id}/withdraw`);
    expect([final.status, final.body.type]).toEqual([
      409,
      "https://headroom.dev/problems/conflict",
    ]);
    expect((await call("POST", `/${body.id}/withdraw`, { key: otherKey })).status).toBe(404);
    expect((await call("POST", `/${body.id}/withdraw`, { body: { x: 1 } })).status).toBe(422);
    expect((await call("POST", `/${body.id}/withdraw`, { key: acquirerKey })).status).toBe(422);
    const named = await call("POST", `/${body.id}/withdraw?merchant_id=${M}`, { key: acquirerKey });
    expect(named.status).toBe(409);
  });

  it("honours an Idempotency-Key", async () => {
    const { body } = await submit(asking(6_000_000));
    const headers = { "idempotency-key": "w1" };
    const first = await call("POST", `/${body.id}/withdraw`, { headers });
    const again = await call("POST", `/${body.id}/withdraw`, { headers });
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
  });
});

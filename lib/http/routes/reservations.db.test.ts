import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestLimit, insertTestMerchant } from "@/lib/data/test-merchants";
import { SCOPES } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import { api } from "@/lib/http/api";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";

const M = "898210154110002";
const OTHER = "898210154110003";
const T = "00018644";
const T2 = "00018645";
const OTHER_T = "00018650";
const DAILY = 100_000;

const operator = { actor: { kind: "operator" } as const, now: () => new Date(), requestId: "test" };

let db: TestDatabase;
let keys: { merchant: string; acquirer: string; other: string };
let limits: { terminal: string; merchant: string };
let serial = 0;

beforeAll(async () => {
  db = await createTestDatabase();
  const { owner } = db;
  await insertTestMerchant(owner, { merchantId: M, terminalId: T });
  await insertTestMerchant(owner, { merchantId: OTHER, terminalId: OTHER_T });
  await owner.query(
    "insert into terminals (merchant_id, terminal_id, status) values ($1, $2, 'deployed')",
    [M, T2],
  );
  const one = { terminalId: T, window: "daily" } as const;
  const all = { terminalId: null, window: "monthly" } as const;
  limits = {
    terminal: await insertTestLimit(owner, M, one, { maxAmountMinor: DAILY, maxCount: 50 }),
    merchant: await insertTestLimit(owner, M, all, { maxAmountMinor: 10 * DAILY }),
  };
  const key = async (merchantId: string) =>
    (await createApiKey(operator, { merchantId, name: "till", scopes: SCOPES, ratePerSecond: 0 }))
      .key;
  keys = { merchant: await key(M), acquirer: await key(ACQUIRER), other: await key(OTHER) };
});
afterAll(() => db.drop());
beforeEach(async () => {
  for (const table of ["reservations", "counters", "transactions", "transaction_keys"]) {
    await db.owner.query(`delete from ${table}`);
  }
});

type Said = { body?: unknown; by?: keyof typeof keys; key?: string | null };

async function call(path: string, { body, by = "merchant", key }: Said = {}) {
  const headers: Record<string, string> = { authorization: `Bearer ${keys[by]}` };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (key) headers["idempotency-key"] = key;
  const answer = await api.fetch(
    new Request(`http://localhost/api/v1${path}`, {
      method: body === undefined && key === undefined ? "GET" : "POST",
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    }),
  );
  const text = await answer.text();
  return { status: answer.status, json: text ? JSON.parse(text) : null, text, answer };
}

const cny = (value: number) => ({ value, currency: "CNY" });
const charge = (value: number, more: object = {}) => ({
  terminal_id: T,
  amount: cny(value),
  ...more,
});
const reserve = (value: number, more: object = {}, said: Said = {}) =>
  call("/reservations", { body: charge(value, more), key: `k${++serial}`, ...said });

async function held(value: number, more: object = {}): Promise<string> {
  const { status, json } = await reserve(value, more);
  expect(status).toBe(201);
  return json.reservation.id as string;
}

async function counted(limitId = limits.terminal) {
  const { rows } = await db.owner.query(
    `select coalesce(sum(used_amount_minor), 0)::int as used, coalesce(sum(used_count), 0)::int as n,
       coalesce(sum(reserved_amount_minor), 0)::int as reserved, coalesce(sum(reserved_count), 0)::int as holds
     from counters where limit_id = $1`,
    [limitId],
  );
  return rows[0];
}

const sale = (value: number, reservationId: string | null, more: object = {}) => ({
  ...charge(value),
  ...{ external_id: `X${++serial}`, response_code: "00" },
  occurred_at: new Date().toISOString(),
  ...(reservationId && { reservation_id: reservationId }),
  ...more,
});

describe("a reservation", () => {
  it("is held in every counter it takes from, and told with its check", async () => {
    const { status, json } = await reserve(40_000);
    expect(status).toBe(201);
    expect(json.reservation).toEqual({
      id: expect.stringMatching(/^rsv_[0-9A-Z]{26}$/),
      ...{ state: "pending", terminal_id: T, amount: cny(40_000), committed_amount: null },
      expires_at: expect.any(String),
      created_at: expect.any(String),
    });
    const { expires_at: end, created_at: start } = json.reservation;
    expect(Date.parse(end) - Date.parse(start)).toBe(300_000);
    expect(json.check).toMatchObject({ decision: "approve", headroom: { amount: cny(DAILY) } });
    const whole = { used: 0, n: 0, reserved: 40_000, holds: 1 };
    expect(await counted()).toEqual(whole);
    expect(await counted(limits.merchant)).toEqual(whole);
    const { json: check } = await call("/checks", { body: charge(60_001) });
    expect(check.reasons[0]).toMatchObject({ reserved: cny(40_000), remaining: cny(60_000) });
  });

  it("is refused as a check would, once nothing is left, and then holds nothing", async () => {
    await held(90_000);
    const { status, json } = await reserve(10_001);
    expect(status).toBe(200);
    expect(json.reservation).toBeNull();
    expect(json.check).toMatchObject({
      decision: "decline",
      reasons: [{ code: "DAILY_AMOUNT_LIMIT_EXCEEDED", remaining: cny(10_000) }],
      suggestions: expect.arrayContaining([{ kind: "reduce_amount", amount: cny(10_000) }]),
    });
    expect(await counted()).toMatchObject({ reserved: 90_000, holds: 1 });
    expect((await reserve(10_000)).json.check.decision).toBe("review");
  });

  it.each([
    ["an unknown terminal", { terminal_id: "ZZZZZZZZ" }, "TERMINAL_NOT_FOUND"],
    ["a way of reading it does not have", { entry_mode: "ecommerce" }, "ENTRY_MODE_NOT_ENABLED"],
    [
      "a currency it does not take",
      { amount: { value: 1, currency: "USD" } },
      "CURRENCY_NOT_SUPPORTED",
    ],
  ])("is refused for %s", async (_name, more, code) => {
    const { status, json } = await reserve(1, more);
    expect([status, json.reservation, json.check.reasons[0].code]).toEqual([200, null, code]);
  });

  it("follows settings that change between the reading and the hold", async () => {
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => reserve(1_000)),
      db.owner.query("update limit_versions set max_amount_minor = 3000 where limit_id = $1", [
        limits.terminal,
      ]),
      ...Array.from({ length: 10 }, () => reserve(1_000)),
    ]);
    await db.owner.query("update limit_versions set max_amount_minor = $2 where limit_id = $1", [
      limits.terminal,
      DAILY,
    ]);
    const granted = answers.filter((one) => "status" in one && one.status === 201).length;
    expect((await counted()).reserved).toBe(granted * 1_000);
    expect(granted).toBeLessThanOrEqual(13);
  });

  it("says by whom it may be asked for", async () => {
    expect((await reserve(1, {}, { key: null })).json.type).toMatch(/idempotency-key-missing$/);
    expect((await reserve(1, {}, { by: "acquirer" })).status).toBe(422);
    const own = { merchant_id: M };
    expect((await reserve(1, own, { by: "acquirer" })).status).toBe(201);
    expect((await reserve(1, own, { by: "other" })).status).toBe(404);
    const nobody = { merchant_id: "898210154119999" };
    const { json } = await reserve(1, nobody, { by: "acquirer" });
    expect(json.check.reasons[0].code).toBe("MERCHANT_NOT_FOUND");
    for (const wrong of [{ expires_in: 0 }, { expires_in: 86_401 }, { occurs_at: "x" }]) {
      expect((await reserve(1, wrong)).status).toBe(422);
    }
  });
});

describe("a key", () => {
  it("has one effect and one answer, however often and however many ask", async () => {
    const body = charge(1_000);
    const asked = Array.from({ length: 200 }, () => call("/reservations", { body, key: "crowd" }));
    const answers = await Promise.all(asked);
    const told = answers.filter(({ status }) => status === 201);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ status }) => ![201, 409, 503].includes(status))).toEqual([]);
    const replays = told.filter(({ answer }) => answer.headers.has("idempotency-replayed"));
    expect(replays).toHaveLength(told.length - 1);
    expect(await counted()).toMatchObject({ reserved: 1_000, holds: 1 });
    const again = await call("/reservations", { body, key: '"crowd"' });
    expect(again.text).toBe(told[0]!.text);
    const other = await call("/reservations", { body: charge(1_001), key: "crowd" });
    expect([other.status, other.json.type]).toEqual([
      422,
      "https://headroom.dev/problems/idempotency-key-reused",
    ]);
  });

  it("puts the settings it is told again from back where they are gone", async () => {
    await held(1);
    await db.owner.query("delete from decision_settings");
    const first = await call("/reservations", { body: charge(10), key: "settings" });
    expect(first.status).toBe(201);
    const { rows } = await db.owner.query("select count(*)::int as n from decision_settings");
    expect(rows).toEqual([{ n: 1 }]);
    const again = await call("/reservations", { body: charge(10), key: "settings" });
    expect(again.text).toBe(first.text);
  });

  it("hears the same answer after the settings and the counters have changed", async () => {
    const first = await call("/reservations", { body: charge(85_000), key: "kept" });
    expect(first.json.check.decision).toBe("review");
    await db.owner.query("update merchants set status = 'suspended' where merchant_id = $1", [M]);
    await call(`/reservations/${first.json.reservation.id}/release`, { key: null });
    const again = await call("/reservations", { body: charge(85_000), key: "kept" });
    expect(again.text).toBe(first.text);
    await db.owner.query("update merchants set status = 'active' where merchant_id = $1", [M]);
  });

  it("remembers a refusal too: a new attempt takes a new key", async () => {
    const hold = await held(DAILY);
    const refused = await call("/reservations", { body: charge(1), key: "refused" });
    await call(`/reservations/${hold}/release`, { key: null });
    const again = await call("/reservations", { body: charge(1), key: "refused" });
    expect(again.text).toBe(refused.text);
    expect(again.answer.headers.get("idempotency-replayed")).toBe("true");
    expect((await reserve(1)).status).toBe(201);
  });
});

describe("a hold ends once", () => {
  const end = (id: string, how: "commit" | "release", body?: unknown) =>
    call(`/reservations/${id}/${how}`, { body, key: null });

  it("by being committed in part: the rest is given back", async () => {
    const id = await held(40_000);
    const done = await end(id, "commit", { amount: cny(30_000) });
    expect(done.json).toMatchObject({ id, state: "committed", committed_amount: cny(30_000) });
    expect(await counted()).toEqual({ used: 30_000, n: 1, reserved: 0, holds: 0 });
    expect((await end(id, "commit", { amount: cny(30_000) })).text).toBe(done.text);
    expect((await end(id, "commit")).text).toBe(done.text);
    expect((await end(id, "release")).json.type).toMatch(/reservation-final$/);
    expect((await call(`/reservations/${id}`)).text).toBe(done.text);
  });

  it("by being released", async () => {
    const id = await held(40_000);
    const done = await end(id, "release");
    expect(done.json).toMatchObject({ state: "released", committed_amount: null });
    expect(await counted()).toEqual({ used: 0, n: 0, reserved: 0, holds: 0 });
    expect((await end(id, "release")).text).toBe(done.text);
    expect((await end(id, "commit")).status).toBe(409);
  });

  it("by expiring, whether or not anything has run", async () => {
    const id = await held(DAILY, { expires_in: 1 });
    expect((await reserve(1)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    const { json: check } = await call("/checks", { body: charge(DAILY) });
    expect(check.decision).toBe("review");
    expect(check.reasons[0].reserved).toEqual(cny(0));
    const { json: headroom } = await call(`/terminals/${T}/headroom`);
    expect(headroom.amount).toEqual(cny(DAILY));
    expect((await call(`/reservations/${id}`)).json.state).toBe("expired");
    expect((await counted()).reserved).toBe(DAILY);
    expect((await end(id, "commit")).json.type).toMatch(/reservation-final$/);
    expect((await end(id, "release")).status).toBe(409);
    await held(DAILY);
    expect(await counted()).toMatchObject({ reserved: DAILY, holds: 1 });
  });

  it("one of many who try wins", async () => {
    const id = await held(5_000);
    const tried = Array.from({ length: 40 }, (_, n) =>
      n % 2 ? end(id, "commit", { amount: cny(4_000) }) : end(id, "release"),
    );
    const answers = await Promise.all(tried);
    const states = new Set(
      answers.filter(({ status }) => status === 200).map(({ json }) => json.state as string),
    );
    expect(states.size).toBe(1);
    const used = states.has("committed") ? 4_000 : 0;
    expect(await counted()).toEqual({ used, n: used ? 1 : 0, reserved: 0, holds: 0 });
  });

  it("with a fault told, nothing changes", async () => {
    const id = await held(5_000);
    expect((await end(id, "commit", { amount: cny(5_001) })).status).toBe(422);
    expect((await end(id, "commit", { amount: cny(0) })).status).toBe(422);
    expect((await end(id, "commit", { amount: { value: 1, currency: "USD" } })).status).toBe(422);
    expect((await end(id, "release", { amount: cny(1) })).status).toBe(422);
    expect((await end("rsv_01J9ZC5V8Q4W0M3K7T2XHB6RDN", "commit")).status).toBe(404);
    expect((await call("/reservations/nonsense")).status).toBe(404);
    const foreign = await call(`/reservations/${id}`, { by: "other" });
    expect(foreign.status).toBe(404);
    expect(await counted()).toMatchObject({ reserved: 5_000, holds: 1 });
  });
});

describe("a sale that names its reservation", () => {
  const post = (body: unknown) => call("/transactions", { body });

  it("counts once, in its stead", async () => {
    const id = await held(40_000);
    expect((await post(sale(35_000, id))).json).toMatchObject({ accepted: 1 });
    expect(await counted()).toEqual({ used: 35_000, n: 1, reserved: 0, holds: 0 });
    expect((await call(`/reservations/${id}`)).json).toMatchObject({
      state: "committed",
      committed_amount: cny(35_000),
    });
    await post(sale(1_000, id));
    expect(await counted()).toMatchObject({ used: 36_000, n: 2 });
  });

  it("replaces an earlier commit, and is taken back like any other", async () => {
    const id = await held(40_000);
    await call(`/reservations/${id}/commit`, { key: null });
    expect(await counted()).toMatchObject({ used: 40_000, n: 1 });
    const told = sale(38_000, id);
    await post(told);
    expect(await counted()).toEqual({ used: 38_000, n: 1, reserved: 0, holds: 0 });
    await post(sale(38_000, null, { kind: "reversal", original_external_id: told.external_id }));
    expect(await counted()).toEqual({ used: 0, n: 0, reserved: 0, holds: 0 });
  });

  it("declined, releases it; after release or expiry it counts plainly", async () => {
    const declined = await held(40_000);
    await post(sale(40_000, declined, { response_code: "51" }));
    expect((await call(`/reservations/${declined}`)).json.state).toBe("released");
    expect(await counted()).toEqual({ used: 0, n: 0, reserved: 0, holds: 0 });
    await post(sale(7_000, declined));
    expect(await counted()).toMatchObject({ used: 7_000, n: 1 });
  });

  it("of another terminal or currency, or of none, is rejected", async () => {
    const id = await held(40_000);
    const elsewhere = await post(sale(1, id, { terminal_id: T2 }));
    expect([elsewhere.status, elsewhere.json.errors[0].pointer]).toEqual([422, "/terminal_id"]);
    const dollars = await post(sale(1, id, { amount: { value: 1, currency: "USD" } }));
    expect([dollars.status, dollars.json.errors[0].pointer]).toEqual([422, "/amount/currency"]);
    expect((await post(sale(1, "rsv_01J9ZC5V8Q4W0M3K7T2XHB6RDN"))).status).toBe(404);
    const back = { kind: "refund", original_external_id: "x" };
    expect((await post(sale(1, id, back))).json.errors[0].pointer).toBe("/reservation_id");
    expect(await counted()).toMatchObject({ reserved: 40_000, used: 0 });
  });
});

it("64 at a time never grant more than there is, and leave the sum of events", async () => {
  const answers = await Promise.all(Array.from({ length: 256 }, () => reserve(3_000)));
  const granted = answers.filter(({ status }) => status === 201);
  const over = answers.filter(({ status }) => status !== 201 && status !== 200);
  expect(granted.length + over.length).toBeGreaterThanOrEqual(33);
  expect(granted.length).toBeLessThanOrEqual(33);
  expect(await counted()).toMatchObject({ reserved: granted.length * 3_000 });
});

import { type Api, expect, test } from "./fixtures";
import { cny, importOwnWorld } from "@/e2e/own-world";
import { describeRefusals } from "./refusals";

const OWN = "898210159990011";
const TERMINAL = "T9990111";
const OTHER_TERMINAL = "T9990112";
const UNKNOWN = "rsv_01J9ZC5V8Q4W0M3K7T2XHB6RDN";
const HOUR_MS = 3_600_000;

let serial = 0;
const freshKey = () => `hold-${Date.now().toString(36)}-${++serial}`;

const shanghaiHour = (at: number) =>
  new Date(at + 8 * HOUR_MS).toISOString().slice(11, 16) as `${string}:${string}`;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const now = Date.now();
  await importOwnWorld(
    OWN,
    [TERMINAL, OTHER_TERMINAL],
    [
      { terminal_id: TERMINAL, window: "daily", max_amount: 100_000 },
      { terminal_id: TERMINAL, window: "weekly", max_count: 40 },
      { terminal_id: OTHER_TERMINAL, window: "rolling", window_seconds: 60, max_amount: 5_000 },
      {
        ...{ terminal_id: OTHER_TERMINAL, window: "per_transaction", max_amount: 100 },
        ...{ time_from: shanghaiHour(now + 2 * HOUR_MS), time_to: shanghaiHour(now + 3 * HOUR_MS) },
      },
      { store: "Main", window: "monthly", max_amount: 90_000_000 },
    ],
  );
});

const charge = (value: number, more: Record<string, unknown> = {}) => ({
  ...{ terminal_id: TERMINAL, amount: cny(value) },
  ...more,
});

async function call(api: Api, method: "GET" | "POST", path: string, body?: unknown) {
  const headers = { "idempotency-key": freshKey() };
  return api.call(method, path, { key: await api.keyOf({ owner: OWN }), body, headers });
}

const reserve = (api: Api, value: number, more: Record<string, unknown> = {}) =>
  call(api, "POST", "/reservations", charge(value, more));

describeRefusals({
  ...{ method: "POST", path: "/reservations", scope: "reservations:write", allow: "POST" },
  body: { terminal_id: "ZZZZZZZZ", amount: cny(100) },
  headers: { "idempotency-key": "refusals" },
});
for (const how of ["commit", "release"]) {
  describeRefusals({
    ...{ method: "POST", path: `/reservations/${UNKNOWN}/${how}`, scope: "reservations:write" },
    ...{ allow: "POST", isThere: false },
  });
}
describeRefusals({
  ...{ method: "GET", path: `/reservations/${UNKNOWN}`, scope: "reservations:write" },
  ...{ allow: "GET, HEAD", isThere: false },
});

test("201 holds, commits in part once, and gives the rest back", async ({ api }) => {
  const held = await reserve(api, 40_000, { expires_in: 60 });
  expect(held.status).toBe(201);
  const { id, created_at: from, expires_at: to } = held.json.reservation;
  expect(Date.parse(to) - Date.parse(from)).toBe(60_000);
  expect(held.json.check.decision).toBe("approve");
  const checked = await call(api, "POST", "/checks", charge(60_001));
  expect(checked.json.reasons[0]).toMatchObject({
    ...{ code: "DAILY_AMOUNT_LIMIT_EXCEEDED", reserved: cny(40_000), remaining: cny(60_000) },
  });
  const done = await call(api, "POST", `/reservations/${id}/commit`, { amount: cny(30_000) });
  expect(done.json).toMatchObject({ id, state: "committed", committed_amount: cny(30_000) });
  expect((await call(api, "GET", `/reservations/${id}`)).json).toEqual(done.json);
  const other = await call(api, "POST", `/reservations/${id}/release`);
  expect([other.status, other.json.type]).toEqual([
    409,
    "https://headroom.dev/problems/reservation-final",
  ]);
});

test("200 with the check when refused, and the same again for the same key", async ({ api }) => {
  const key = await api.keyOf({ owner: OWN });
  const headers = { "idempotency-key": freshKey() };
  const ask = () => api.call("POST", "/reservations", { key, body: charge(100_001), headers });
  const refused = await ask();
  expect([refused.status, refused.json.reservation]).toEqual([200, null]);
  expect(refused.json.check).toMatchObject({
    decision: "decline",
    suggestions: expect.arrayContaining([expect.objectContaining({ kind: "reduce_amount" })]),
  });
  const again = await ask();
  expect(again.text).toBe(refused.text);
  expect(again.headers["idempotency-replayed"]).toBe("true");
});

test("400, 409 and 422 as the contract says", async ({ api }) => {
  const key = await api.keyOf({ owner: OWN });
  const without = await api.call("POST", "/reservations", { key, body: charge(1) });
  expect([without.status, without.json.type]).toEqual([
    400,
    "https://headroom.dev/problems/idempotency-key-missing",
  ]);
  const headers = { "idempotency-key": freshKey() };
  await api.call("POST", "/reservations", { key, body: charge(1), headers });
  const reused = await api.call("POST", "/reservations", { key, body: charge(2), headers });
  expect([reused.status, reused.json.type]).toEqual([
    422,
    "https://headroom.dev/problems/idempotency-key-reused",
  ]);
  for (const [more, pointer] of [
    [{ expires_in: 0 }, "/expires_in"],
    [{ expires_in: 86_401 }, "/expires_in"],
    [{ occurs_at: new Date().toISOString() }, "/occurs_at"],
    [{ amount: cny(0) }, "/amount/value"],
  ] as const) {
    const answer = await reserve(api, 1, more);
    expect([answer.status, answer.json.errors[0].pointer]).toEqual([422, pointer]);
  }
  const { id } = (await reserve(api, 500)).json.reservation;
  const tooMuch = await call(api, "POST", `/reservations/${id}/commit`, { amount: cny(501) });
  expect([tooMuch.status, tooMuch.json.errors[0].pointer]).toEqual([422, "/amount/value"]);
  expect((await call(api, "POST", `/reservations/${id}/release`)).json.state).toBe("released");
  expect((await call(api, "POST", `/reservations/${id}/commit`)).status).toBe(409);
  expect((await call(api, "GET", "/reservations/rsv_1")).status).toBe(404);
});

test("a hold that expires counts no more from that moment on", async ({ api }) => {
  const { id, expires_at: end } = (await reserve(api, 60_000, { expires_in: 2 })).json.reservation;
  await new Promise((resolve) => setTimeout(resolve, Date.parse(end) - Date.now() + 50));
  expect((await call(api, "GET", `/reservations/${id}`)).json.state).toBe("expired");
  expect((await call(api, "POST", `/reservations/${id}/commit`)).status).toBe(409);
  const checked = await call(api, "POST", "/checks", charge(1));
  const { data } = (await call(api, "GET", `/limits?terminal_id=${TERMINAL}&window=daily`)).json;
  expect(data[0].amount.reserved.value).toBeLessThan(60_000);
  expect(checked.json.decision).toBe("approve");
});

test("a rolling limit frees as its charges leave, and says when", async ({ api }) => {
  const there = { terminal_id: OTHER_TERMINAL };
  const sold = Date.now() - 57_000;
  await call(api, "POST", "/transactions", {
    ...charge(4_000, there),
    ...{ external_id: freshKey(), response_code: "00", occurred_at: new Date(sold).toISOString() },
  });
  const refused = await call(api, "POST", "/checks", charge(1_001, there));
  expect(refused.json.reasons[0]).toMatchObject({
    ...{ code: "ROLLING_AMOUNT_LIMIT_EXCEEDED", window: "rolling", used: cny(4_000) },
  });
  const leaves = Date.parse(refused.json.reasons[0].resets_at);
  expect(leaves).toBe(sold + 60_000);
  const wait = refused.json.suggestions.find(({ kind }: { kind: string }) => kind === "wait_until");
  expect(Date.parse(wait.at)).toBe(leaves);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, leaves - Date.now()) + 50));
  expect((await call(api, "POST", "/checks", charge(1_001, there))).json.decision).toBe("approve");
});

test("weekly, store and hourly limits bind", async ({ api }) => {
  const limits = (await call(api, "GET", `/limits?terminal_id=${TERMINAL}`)).json.data;
  expect(
    limits.map(({ scope, window }: { scope: string; window: string }) => [scope, window]),
  ).toEqual(
    expect.arrayContaining([
      ["terminal", "weekly"],
      ["store", "monthly"],
    ]),
  );
  const there = { terminal_id: OTHER_TERMINAL };
  const later = new Date(Date.now() + 2.5 * HOUR_MS).toISOString();
  const now = await call(api, "POST", "/checks", charge(150, there));
  expect(now.json.decision).toBe("approve");
  const then = await call(api, "POST", "/checks", charge(150, { ...there, occurs_at: later }));
  expect(then.json.reasons[0].code).toBe("PER_TRANSACTION_LIMIT_EXCEEDED");
});

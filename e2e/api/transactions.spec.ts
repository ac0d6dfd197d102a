import { type Api, DEMO, expect, test } from "./fixtures";
import { cny, importOwnWorld } from "@/e2e/own-world";
import { CARD, describeRefusals } from "./refusals";

const OWN = "898210159990001";
const TERMINAL = "T9990001";
const OTHER_TERMINAL = "T9990002";
const DAY_MS = 86_400_000;

let serial = 0;
const sale = (more: Record<string, unknown> = {}) => ({
  external_id: `${TERMINAL}-${Date.now().toString(36)}-${++serial}`,
  terminal_id: TERMINAL,
  amount: cny(1_000),
  response_code: "00",
  occurred_at: new Date().toISOString(),
  ...more,
});
const back = (
  kind: "refund" | "reversal",
  original: ReturnType<typeof sale>,
  more: Record<string, unknown> = {},
) => ({
  ...sale(),
  amount: original.amount,
  kind,
  original_external_id: original.external_id,
  ...more,
});

const accepted = (n = 1) => ({ accepted: n, duplicates: 0, rejected: [] });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await importOwnWorld(
    OWN,
    [TERMINAL, OTHER_TERMINAL],
    [
      { terminal_id: TERMINAL, window: "daily", max_amount: 1_000_000, max_count: 1_000 },
      { window: "monthly", max_amount: 100_000_000 },
    ],
  );
});

async function post(api: Api, body: unknown, headers: Record<string, string> = {}) {
  const key = await api.keyOf({ owner: OWN });
  return api.call("POST", "/transactions", { key, body, headers });
}

async function used(api: Api) {
  const key = await api.keyOf({ owner: OWN });
  const path = `/limits?terminal_id=${TERMINAL}&window=daily`;
  const [limit] = (await api.call("GET", path, { key })).json.data;
  return [limit.amount.used.value, limit.count.used] as [amount: number, count: number];
}

// A declined sale counts nowhere, so that the demo world stays as it is described.
describeRefusals({
  method: "POST",
  path: "/transactions",
  scope: "transactions:write",
  body: {
    external_id: "refusals-1",
    terminal_id: DEMO.terminal,
    amount: cny(100),
    response_code: "51",
    occurred_at: new Date().toISOString(),
  },
  maxBytes: 512 * 1024,
  allow: "POST, GET, HEAD",
});
describeRefusals({
  method: "GET",
  path: "/transactions",
  scope: "transactions:write",
  allow: "POST, GET, HEAD",
});

test.describe.serial("POST /transactions", () => {
  test("counts an approved sale at once and a duplicate never", async ({ api }) => {
    const [amount, count] = await used(api);
    const first = sale();
    const answer = await post(api, first);
    expect([answer.status, answer.json]).toEqual([200, accepted()]);
    expect(await used(api)).toEqual([amount + 1_000, count + 1]);
    const again = await post(api, { ...first, kind: "sale" });
    expect(again.json).toEqual({ accepted: 0, duplicates: 1, rejected: [] });
    expect((await post(api, sale({ response_code: "51" }))).json).toEqual(accepted());
    expect(await used(api)).toEqual([amount + 1_000, count + 1]);
    const conflict = await post(api, { ...first, amount: cny(1_001) });
    expect([conflict.status, conflict.json.type]).toEqual([
      409,
      "https://headroom.dev/problems/conflict",
    ]);
  });

  test("reads equal moments as equal content", async ({ api }) => {
    const first = sale({ occurred_at: "2026-11-24T10:15:00+08:00" });
    const at = Date.now() - 60_000;
    first.occurred_at = new Date(at).toISOString();
    expect((await post(api, first)).json).toEqual(accepted());
    const local = new Date(at + 8 * 3_600_000).toISOString().replace("Z", "+08:00");
    const again = await post(api, { ...first, occurred_at: local });
    expect(again.json).toMatchObject({ duplicates: 1 });
  });

  test("gives back in the window of the original, at most all of it", async ({ api }) => {
    const old = sale({ occurred_at: new Date(Date.now() - DAY_MS).toISOString() });
    const today = sale();
    await post(api, { transactions: [old, today] });
    const [amount, count] = await used(api);
    expect((await post(api, back("refund", old))).json).toEqual(accepted());
    expect(await used(api)).toEqual([amount, count]);
    expect((await post(api, back("refund", today, { amount: cny(400) }))).json).toEqual(accepted());
    expect(await used(api)).toEqual([amount - 400, count]);
    const tooMuch = [
      back("reversal", today),
      back("refund", today, { amount: cny(601) }),
      back("refund", today, { amount: { value: 1, currency: "USD" } }),
      back("refund", today, { amount: cny(1), terminal_id: OTHER_TERMINAL }),
    ];
    for (const body of tooMuch) {
      const answer = await post(api, body);
      expect([answer.status, answer.json.type]).toEqual([
        422,
        "https://headroom.dev/problems/validation-failed",
      ]);
    }
    expect(await used(api)).toEqual([amount - 400, count]);
  });

  test("takes a reversal once, with the count", async ({ api }) => {
    const first = sale();
    const [amount, count] = await used(api);
    await post(api, first);
    const reversal = back("reversal", first);
    expect((await post(api, reversal)).json).toEqual(accepted());
    expect((await post(api, reversal)).json).toMatchObject({ duplicates: 1 });
    expect((await post(api, back("reversal", first))).status).toBe(422);
    expect(await used(api)).toEqual([amount, count]);
  });

  test("remembers nothing of what it rejects", async ({ api }) => {
    const refused = back("refund", sale());
    expect((await post(api, refused)).status).toBe(404);
    const { kind: _kind, original_external_id: _original, ...plain } = refused;
    expect((await post(api, plain)).json).toEqual(accepted());
    const stranger = sale({ terminal_id: DEMO.terminal });
    const unknown = sale({ terminal_id: "ZZZZZZZZ" });
    const told = await Promise.all([post(api, stranger), post(api, unknown)]);
    expect(told.map(({ status }) => status)).toEqual([404, 404]);
    const [one, other] = told.map(({ json }) => ({ ...json, request_id: "" }));
    expect(one).toEqual(other);
  });

  test("takes a batch in its order and rejects items alone", async ({ api }) => {
    const first = sale();
    const transactions = [
      first,
      back("refund", first, { amount: cny(1) }),
      "text",
      null,
      { ...first },
      { ...first, response_code: "51" },
      sale({ external_id: CARD }),
      sale({ nonsense: 1 }),
      sale({ reservation_id: "rsv_01J9ZC5V8Q4W0M3K7T2XHB6RDN" }),
      sale(),
    ];
    const answer = await post(api, { merchant_id: OWN, transactions });
    expect(answer.json).toMatchObject({ accepted: 3, duplicates: 1 });
    const rejected = answer.json.rejected as { index: number; problem: { status: number } }[];
    expect(rejected.map(({ index, problem }) => [index, problem.status])).toEqual([
      ...[[2, 422] as const, [3, 422] as const, [5, 409] as const],
      ...[[6, 422] as const, [7, 422] as const, [8, 404] as const],
    ]);
    expect(answer.text).not.toContain(CARD);
  });

  test("takes 1 to 500 items, and half a mebibyte of them", async ({ api }) => {
    const many = Array.from({ length: 500 }, () => sale({ terminal_id: OTHER_TERMINAL }));
    expect((await post(api, { transactions: many })).json).toEqual(accepted(500));
    expect((await post(api, { transactions: [...many, sale()] })).status).toBe(422);
    expect((await post(api, { transactions: [] })).status).toBe(422);
    const padded = { transactions: [sale({ note: "x".repeat(512 * 1024) })] };
    expect((await post(api, padded)).status).toBe(413);
  });

  test("422 to each field that is wrong", async ({ api }) => {
    const later = (ms: number) => new Date(Date.now() + ms).toISOString();
    const wrong: [Record<string, unknown>, string][] = [
      [{ external_id: "" }, "/external_id"],
      [{ external_id: "x".repeat(65) }, "/external_id"],
      [{ terminal_id: "1234567" }, "/terminal_id"],
      [{ amount: cny(0) }, "/amount/value"],
      [{ amount: cny(1_000_000_000_000) }, "/amount/value"],
      [{ amount: cny(1.5) }, "/amount/value"],
      [{ amount: { value: 1, currency: "ABC" } }, "/amount/currency"],
      [{ response_code: "0" }, "/response_code"],
      [{ response_code: "0000" }, "/response_code"],
      [{ response_code: "ab" }, "/response_code"],
      [{ occurred_at: "2026-11-24T10:15:00" }, "/occurred_at"],
      [{ occurred_at: later(6 * 60_000) }, "/occurred_at"],
      [{ occurred_at: later(-401 * DAY_MS) }, "/occurred_at"],
      [{ entry_mode: "swipe" }, "/entry_mode"],
      [{ kind: "void" }, "/kind"],
      [{ kind: "refund" }, "/original_external_id"],
    ];
    for (const [fields, pointer] of wrong) {
      const answer = await post(api, sale(fields));
      expect([answer.status, answer.json.errors?.[0]?.pointer]).toEqual([422, pointer]);
    }
  });

  test("repeats its answer to an Idempotency-Key", async ({ api }) => {
    const headers = { "idempotency-key": `"${OWN}-${Date.now()}"` };
    const first = sale();
    const answer = await post(api, first, headers);
    const again = await post(api, first, headers);
    expect([again.json, again.headers["idempotency-replayed"]]).toEqual([answer.json, "true"]);
    const other = await post(api, sale(), headers);
    expect(other.json.type).toBe("https://headroom.dev/problems/idempotency-key-reused");
    const conflicting = { "idempotency-key": `${OWN}-conflict-${Date.now()}` };
    const conflict = await post(api, { ...first, response_code: "05" }, conflicting);
    const replayed = await post(api, { ...first, response_code: "05" }, conflicting);
    expect([conflict.status, replayed.status]).toEqual([409, 409]);
    expect(replayed.headers["idempotency-replayed"]).toBe("true");
    expect(replayed.json.request_id).not.toBe(conflict.json.request_id);
  });

  test("is recorded for the merchant an acquirer's key names", async ({ api }) => {
    const key = await api.keyOf({ owner: "acquirer" });
    const body = { merchant_id: OWN, ...sale() };
    expect((await api.call("POST", "/transactions", { key, body })).json).toEqual(accepted());
    const unknown = { ...body, merchant_id: DEMO.unknownMerchant };
    expect((await api.call("POST", "/transactions", { key, body: unknown })).status).toBe(404);
  });
});

test.describe("GET /transactions", () => {
  test("lists newest first, page by page, each once", async ({ api }) => {
    const key = await api.keyOf({ owner: OWN });
    const at = Date.now() - 10 * DAY_MS;
    const transactions = [3, 1, 2, 2].map((hours) =>
      sale({ occurred_at: new Date(at - hours * 3_600_000).toISOString() }),
    );
    await post(api, { transactions });
    const from = new Date(at - 4 * 3_600_000).toISOString();
    const query = `terminal_id=${TERMINAL}&from=${from}&to=${new Date(at).toISOString()}&limit=3`;
    const first = (await api.call("GET", `/transactions?${query}`, { key })).json;
    expect(first.data).toHaveLength(3);
    expect(first.data[0]).toMatchObject({
      ...{ external_id: transactions[1]!.external_id, kind: "sale", approved: true },
      ...{ amount: cny(1_000), entry_mode: null, reservation_id: null },
    });
    expect(first.data[0].occurred_at).toMatch(/\+08:00$/);
    const next = await api.call("GET", `/transactions?${query}&cursor=${first.next_cursor}`, {
      key,
    });
    expect(next.json).toMatchObject({
      data: [{ external_id: transactions[0]!.external_id }],
      next_cursor: null,
    });
  });

  test("knows no other merchant's", async ({ api }) => {
    const key = await api.keyOf({ owner: DEMO.suspended.merchant });
    const found = await api.call("GET", `/transactions?terminal_id=${TERMINAL}`, { key });
    expect(found.json).toEqual({ data: [], next_cursor: null });
  });

  test("422 to a filter that is none", async ({ api }) => {
    for (const query of ["from=x", "to=2026-11-24", "terminal_id=x", "limit=0", "cursor=AAAA"]) {
      expect([query, (await api.call("GET", `/transactions?${query}`)).status]).toEqual([
        query,
        422,
      ]);
    }
  });
});

import { type APIRequestContext, expect, test } from "@playwright/test";
import { csvFile, makeKey, mustRun } from "@/e2e/command-line";

test.describe.configure({ mode: "serial", timeout: 300_000 });

const MID = "898210154117001";
const OTHER = "898210154117002";
const TID = "LR000001";
const WHY = "Wholesale customers pay by one card.";
const UNKNOWN = "01J9ZC5V8Q4W0M3K7T2XHB6RDN";

let key = "";
let otherKey = "";
let acquirerKey = "";
let checksKey = "";
let limitId = "";
let once = 0;

test.beforeAll(async () => {
  await mustRun(
    ...["merchants", "import"],
    csvFile(
      "merchant_id,legal_name,trading_name,mcc,tier,currency,time_zone,status",
      ...[MID, OTHER].map((mid) => `${mid},Reed Ltd,Reed,5411,individual,CNY,Asia/Shanghai,active`),
    ),
  );
  await mustRun(
    ...["terminals", "import"],
    csvFile(
      "merchant_id,terminal_id,store,serial_number,model,app_version,status,entry_modes,currencies",
      `${MID},${TID},,,,,deployed,chip,CNY`,
    ),
  );
  await mustRun(
    ...["limits", "import"],
    csvFile(
      "merchant_id,terminal_id,window,currency,min_amount,max_amount,max_count,entry_modes,funding_sources,card_origins,starts_at,ends_at",
      `${MID},${TID},per_transaction,CNY,,5000000,,,,,,`,
    ),
  );
  const scopes = "limit_requests:write,limits:read,checks:run";
  key = await makeKey(MID, scopes, "--rate", "0");
  otherKey = await makeKey(OTHER, scopes);
  acquirerKey = await makeKey(null, scopes);
  checksKey = await makeKey(MID, "checks:run");
});

test.beforeEach(async ({ request }) => {
  const { data } = await (await request.get("/api/v1/limits", as(key))).json();
  limitId = data[0].limit_id;
});

const as = (bearer: string) => ({ headers: { authorization: `Bearer ${bearer}` } });
const cny = (value: number) => ({ value, currency: "CNY" });
const asking = (value: number, more: object = {}) => ({
  ...{ limit_id: limitId, requested: { max_amount: cny(value) }, justification: WHY, ...more },
});

async function submit(
  request: APIRequestContext,
  data: unknown,
  { bearer = key, headers = {} as Record<string, string> } = {},
) {
  const answer = await request.post("/api/v1/limit-requests", {
    data,
    headers: {
      ...as(bearer).headers,
      "content-type": "application/json",
      "idempotency-key": `e2e-${++once}`,
      ...headers,
    },
  });
  return { status: answer.status(), headers: answer.headers(), body: await answer.json() };
}

const slugOf = ({ body }: { body: { type: string } }) => body.type.split("/").at(-1);

test("201, 200, 409: asks, is read, stands in the way of a second, is withdrawn", async ({
  request,
}) => {
  const first = await submit(request, asking(6_000_000));
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({
    ...{ state: "submitted", limit_id: limitId, approved: null, required_approvals: 2 },
    current: { max_amount: cny(5_000_000), max_count: null, min_amount: null },
    requested: { max_amount: cny(6_000_000), max_count: null, min_amount: null },
    decisions: [],
  });
  const { id } = first.body;
  const one = await request.get(`/api/v1/limit-requests/${id}`, as(key));
  expect([one.status(), await one.json()]).toEqual([200, first.body]);
  const list = await request.get("/api/v1/limit-requests?limit=1", as(key));
  expect((await list.json()).data).toEqual([first.body]);
  const limits = await request.get("/api/v1/limits", as(key));
  expect((await limits.json()).data[0].pending_request_id).toBe(id);
  const second = await submit(request, asking(7_000_000));
  expect([second.status, slugOf(second), second.body.limit_request_id]).toEqual([
    ...[409, "limit-request-open", id],
  ]);
  const withdrawn = await request.post(`/api/v1/limit-requests/${id}/withdraw`, as(key));
  expect([withdrawn.status(), (await withdrawn.json()).state]).toEqual([200, "withdrawn"]);
  const again = await request.post(`/api/v1/limit-requests/${id}/withdraw`, as(key));
  expect(again.status()).toBe(200);
});

test("201: a lower maximum binds the next check; withdrawing it is a conflict", async ({
  request,
}) => {
  const { status, body } = await submit(request, asking(4_000_000));
  expect([status, body.state]).toEqual([201, "applied"]);
  const data = { terminal_id: TID, amount: cny(4_000_001) };
  const check = await request.post("/api/v1/checks", { ...as(key), data });
  expect((await check.json()).reasons[0].code).toBe("PER_TRANSACTION_LIMIT_EXCEEDED");
  const withdrawn = await request.post(`/api/v1/limit-requests/${body.id}/withdraw`, as(key));
  expect(withdrawn.status()).toBe(409);
});

test("the same key and body hear the same answer, another body is refused", async ({ request }) => {
  const headers = { "idempotency-key": "e2e-replay" };
  const first = await submit(request, asking(3_900_000), { headers });
  const again = await submit(request, asking(3_900_000), {
    headers: { "idempotency-key": '"e2e-replay"' },
  });
  expect(again.body).toEqual(first.body);
  expect(again.headers["idempotency-replayed"]).toBe("true");
  const other = await submit(request, asking(3_800_000), { headers });
  expect([other.status, slugOf(other)]).toEqual([422, "idempotency-key-reused"]);
});

test("400, 401, 403, 404, 413, 415, 422", async ({ request }) => {
  const plain = { "content-type": "text/plain" };
  const cases = [
    [400, "idempotency-key-missing", asking(6_000_000), { headers: { "idempotency-key": "" } }],
    [400, "malformed-json", Buffer.from("{"), {}],
    [401, "unauthenticated", asking(6_000_000), { bearer: "hr_live_nope" }],
    [403, "forbidden", asking(6_000_000), { bearer: checksKey }],
    [404, "not-found", asking(6_000_000, { limit_id: `lim_${UNKNOWN}` }), {}],
    [404, "not-found", asking(6_000_000, { limit_id: "nonsense" }), {}],
    [404, "not-found", asking(6_000_000), { bearer: otherKey }],
    [404, "not-found", asking(6_000_000, { merchant_id: OTHER }), {}],
    [413, "payload-too-large", asking(6_000_000, { x: "y".repeat(70_000) }), {}],
    [415, "unsupported-media-type", Buffer.from("{}"), { headers: plain }],
    [422, "validation-failed", asking(6_000_000, { extra: true }), {}],
    [422, "validation-failed", asking(6_000_000), { bearer: acquirerKey }],
    [
      422,
      "card-number-not-accepted",
      asking(6_000_000, { justification: "Card 4111111111111111" }),
      {},
    ],
  ] as const;
  for (const [status, slug, data, options] of cases) {
    const answer = await submit(request, data, options);
    expect([answer.status, slugOf(answer)]).toEqual([status, slug]);
  }
  for (const [path, status] of [
    [`/api/v1/limit-requests/lrq_${UNKNOWN}`, 404],
    ["/api/v1/limit-requests/nonsense", 404],
    ["/api/v1/limit-requests?cursor=nonsense", 422],
    [`/api/v1/limit-requests?merchant_id=${OTHER}`, 404],
  ] as const) {
    expect((await request.get(path, as(key))).status()).toBe(status);
  }
  const wrong = await request.put("/api/v1/limit-requests", as(key));
  expect([wrong.status(), wrong.headers().allow]).toEqual([405, expect.stringContaining("POST")]);
});

test("another merchant's request is not found, to read and to withdraw", async ({ request }) => {
  const { body } = await submit(request, asking(4_500_000));
  const path = `/api/v1/limit-requests/${body.id}`;
  expect((await request.get(path, as(otherKey))).status()).toBe(404);
  expect((await request.post(`${path}/withdraw`, as(otherKey))).status()).toBe(404);
  const named = await request.get(`${path}?merchant_id=${MID}`, as(acquirerKey));
  expect([named.status(), (await named.json()).id]).toEqual([200, body.id]);
});

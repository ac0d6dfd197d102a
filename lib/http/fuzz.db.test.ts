import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { SCOPES } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import { ROUTES } from "@/lib/http/all-routes";
import { api } from "@/lib/http/api";
import { logger } from "@/lib/platform/logger";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";
import { seedDemoWorld } from "@/prisma/seed/demo-world";

const MID = "898210154110002";
const RUNS = process.env.FULL ? 100_000 : 1_500;
const operator = { actor: { kind: "operator" } as const, now: () => new Date(), requestId: "test" };
logger.level = "silent";

let db: TestDatabase;
let keys: string[];
let limitId: string;
beforeAll(async () => {
  db = await createTestDatabase();
  await seedDemoWorld(db.owner, { now: new Date(), password: "headroom-demo-2026" });
  const make = async (merchantId: string) => {
    const wanted = { merchantId, name: "fuzz", scopes: SCOPES, ratePerSecond: 0 };
    return (await createApiKey(operator, wanted)).key;
  };
  keys = [await make(MID), await make(ACQUIRER)];
  const { rows } = await db.owner.query<{ limit_id: string }>(
    "select limit_id from limits where terminal_id = '00018644' limit 1",
  );
  limitId = rows[0]?.limit_id ?? "";
});
afterAll(() => db.drop());

/** Values that fields are likely to take, and values that they should not. */
const known = () =>
  fc.constantFrom<unknown>(
    ...["00018644", "00018645", MID, "898210154110003", "ZZZZZZZZ", limitId, "chip", "debit"],
    ...["domestic", "2027-04", "CNY", "JPY", "sale", "reversal", "refund", "00", "21", "terminal"],
    ...[
      "daily",
      "per_transaction",
      "rolling",
      "weekly",
      "store",
      "wifi",
      "catch_all",
      "e-1",
      "e-2",
    ],
    ...[new Date().toISOString(), "2099-01-01T00:00:00Z", "9998-12-31T23:59:59Z", "x".repeat(70)],
    ...["A justification of some length.", "", "\u0000", "\ud800", "4111111111111111", "💳"],
    ...[0, 1, -1, 1.5, 100, 2 ** 53, 1e308, 999_999_999_999, null, true, [], {}],
    { value: 100, currency: "CNY" },
    { value: 9_007_199_254_740_991, currency: "CNY" },
    { value: 1, currency: "XXX" },
    { lat: 31.2, lon: 121.5 },
    { max_amount: { value: 6_000_000, currency: "CNY" } },
    { max_count: 5 },
    { entry_modes: ["chip"], days_of_week: [1, 7] },
  );

const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, "");

const NAMES = [
  ...["merchant_id", "terminal_id", "amount", "entry_mode", "funding_source", "card_origin"],
  ...["card_expiry", "occurs_at", "external_id", "response_code", "occurred_at", "kind"],
  ...["original_external_id", "reservation_id", "limit_id", "requested", "justification"],
  ...["starts_at", "ends_at", "scope", "store", "window", "window_seconds", "currency", "filters"],
  ...["app_version", "network", "rtt_ms", "reported_merchant_id", "reported_terminal_id"],
  ...[
    "location",
    "checks",
    "transactions",
    "limit",
    "cursor",
    "from",
    "to",
    "profile",
    "__proto__",
  ],
];

/** Bodies that start as something an operation accepts, so that some come far. */
const seeds = (): Record<string, unknown>[] => [
  { terminal_id: "00018644", amount: { value: 100, currency: "CNY" } },
  {
    external_id: "fuzz",
    terminal_id: "00018644",
    amount: { value: 100, currency: "CNY" },
    response_code: "00",
    occurred_at: new Date().toISOString(),
  },
  {
    limit_id: limitId,
    requested: { max_amount: { value: 5_500_000, currency: "CNY" } },
    justification: "The holidays are coming.",
  },
  {
    app_version: "2.4.1",
    network: "wifi",
    rtt_ms: 40,
    reported_merchant_id: MID,
    reported_terminal_id: "00018644",
  },
  {},
];

const body = (): fc.Arbitrary<unknown> => {
  const one = fc
    .tuple(
      fc.constantFrom(...seeds()),
      fc.dictionary(fc.constantFrom(...NAMES), fc.oneof(known(), fc.jsonValue()), { maxKeys: 3 }),
    )
    .map(([seed, change]) => ({ ...seed, ...change }));
  const many = fc.tuple(
    fc.constantFrom("checks", "transactions"),
    fc.array(fc.oneof(one, known()), { maxLength: 4 }),
    fc.boolean(),
  );
  return fc.oneof(
    { weight: 6, arbitrary: one },
    {
      weight: 3,
      arbitrary: many.map(([key, items, isNamed]) => ({
        [key]: items,
        ...(isNamed && { merchant_id: MID }),
      })),
    },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
};

const bytes = () =>
  fc.oneof(
    { weight: 8, arbitrary: body().map((value) => Buffer.from(JSON.stringify(value))) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map((some) => Buffer.from(some)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(body(), fc.nat(40))
        .map(([value, cut]) => Buffer.from(JSON.stringify(value).slice(0, -1 - cut))),
    },
  );

const request = () =>
  fc.record({
    route: fc.constantFrom(...ROUTES),
    parameter: fc.oneof(
      fc.constantFrom(
        "00018644",
        limitId,
        "chk_01J9ZC5V8Q4W0M3K7T2XHB6RDN",
        "%00",
        "%ff",
        "..",
        "%",
      ),
      fc
        .string({ minLength: 1, maxLength: 10 })
        .map((text) => encodeURIComponent(wellFormed(text))),
    ),
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS") },
    ),
    query: fc.oneof(
      { weight: 3, arbitrary: fc.constant({}) },
      { weight: 2, arbitrary: fc.constant({ merchant_id: MID }) },
      {
        weight: 3,
        arbitrary: fc.dictionary(
          fc.constantFrom(...NAMES),
          fc.oneof(known().map(String), fc.string()).map(wellFormed),
          { maxKeys: 3 },
        ),
      },
    ),
    key: fc.nat(1),
    sent: bytes(),
    idempotencyKey: fc.option(fc.constantFrom("a", '"a"', "b", "", "x".repeat(256)), { nil: null }),
    type: fc.oneof(
      { weight: 9, arbitrary: fc.constant("application/json") },
      { weight: 1, arbitrary: fc.constantFrom("text/plain", "application/json; charset=utf-8") },
    ),
  });

it("answers whatever is sent without an error of its own", { timeout: 3_600_000 }, async () => {
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(request(), async (asked) => {
      const method = asked.method ?? asked.route.method;
      const path = asked.route.path.replace(/\{\w+\}/g, asked.parameter);
      const query = new URLSearchParams(asked.query).toString();
      const takesBody = method !== "GET" && method !== "HEAD";
      const headers: Record<string, string> = {
        authorization: `Bearer ${keys[asked.key]}`,
        ...(takesBody && { "content-type": asked.type }),
        ...(asked.idempotencyKey !== null && { "idempotency-key": asked.idempotencyKey }),
      };
      const init = { method, headers, ...(takesBody && { body: asked.sent }) };
      const url = `http://localhost/api/v1${path}${query && `?${query}`}`;
      const answer = await api.fetch(new Request(url, init));
      const text = await answer.text();
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      // Busy is no fault; whatever else is a five hundred is.
      expect([200, 201, 204, 503].includes(answer.status) || answer.status < 500, text).toBe(true);
      expect(text).not.toContain("4111111111111111");
      expect(text).not.toMatch(/\bat .*\.(ts|js):\d+/);
      if (answer.status >= 400 && method !== "HEAD") {
        expect(answer.headers.get("content-type")).toBe("application/problem+json");
      }
    }),
    { numRuns: RUNS, endOnFailure: false },
  );
  for (const status of [200, 400, 404, 405, 415, 422]) expect(statuses.has(status)).toBe(true);
});

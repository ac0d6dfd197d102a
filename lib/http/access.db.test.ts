import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OPEN_ENDPOINTS, OPERATIONS, type World } from "@/e2e/access-matrix";
import { findDemoRecords } from "@/e2e/demo-records";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { SCOPES, type Scope } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import { ROUTES } from "@/lib/http/all-routes";
import { api, API_BASE } from "@/lib/http/api";
import { newId } from "@/lib/platform/ids";
import { logger } from "@/lib/platform/logger";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";
import { revokeApiKey } from "@/lib/use-cases/api-keys/revoke-api-key";
import { HARBOUR, SUNRISE } from "@/prisma/seed/demo-people";
import { seedDemoWorld } from "@/prisma/seed/demo-world";

logger.level = "silent";
const operator = { actor: { kind: "operator" } as const, now: () => new Date(), requestId: "test" };

let db: TestDatabase;
let world: World;
/** Texts that only the first merchant may ever read. */
let secrets: string[];
const keys = {} as Record<
  "own" | "acquirer" | "stranger" | "revoked" | "testStranger" | "scopeless",
  string
>;

const newKey = async (merchantId: string, scopes: readonly Scope[], mode?: "test") =>
  createApiKey(operator, { merchantId, name: "matrix", scopes, ratePerSecond: 0, mode });

async function insertCheck(): Promise<string> {
  const checkId = newId("chk");
  await db.owner.query(
    `insert into checks (merchant_id, check_id, terminal_id, amount_minor, currency, decision,
       answer, source, actor_id, evaluated_at)
     values ($1, $2, $3, 100, 'CNY', 'approve', $4, 'api', 'key_x', now())`,
    [SUNRISE, checkId, "00018644", { id: checkId, mark: "mark-of-sunrise" }],
  );
  return checkId;
}

async function insertReservation(): Promise<string> {
  const reservationId = newId("rsv");
  await db.owner.query(
    `insert into reservations (merchant_id, reservation_id, terminal_id, amount_minor, currency,
       check_id, created_at, expires_at)
     values ($1, $2, '00018644', 100, 'CNY', 'chk_x', now(), now() + interval '1 day')`,
    [SUNRISE, reservationId],
  );
  return reservationId;
}

beforeAll(async () => {
  db = await createTestDatabase();
  await seedDemoWorld(db.owner, { now: new Date(), password: "a quiet harbour" });
  const made = { checkId: await insertCheck(), reservationId: await insertReservation() };
  world = { ...(await findDemoRecords(db.owner)), ...made };
  const { rows } = await db.owner.query<{ id: string }>(
    `select limit_id as id from limits where merchant_id = $1
     union select limit_request_id from limit_requests where merchant_id = $1
     union select serial_number from serial_directory where merchant_id = $1
     union select trading_name from merchants where merchant_id = $1`,
    [SUNRISE],
  );
  secrets = [...rows.map(({ id }) => id), "mark-of-sunrise"];
  keys.own = (await newKey(SUNRISE, SCOPES)).key;
  keys.acquirer = (await newKey(ACQUIRER, SCOPES)).key;
  keys.stranger = (await newKey(HARBOUR, SCOPES)).key;
  keys.scopeless = (await newKey(SUNRISE, [])).key;
  keys.testStranger = (await newKey(HARBOUR, SCOPES, "test")).key;
  const revoked = await newKey(SUNRISE, SCOPES);
  await revokeApiKey(operator, revoked.keyId);
  keys.revoked = revoked.key;
});
afterAll(() => db.drop());

type Sent = { key?: string; headers?: Record<string, string>; merchantId?: string };

async function send(name: string, { key, headers, merchantId }: Sent) {
  const [method = "", template = ""] = name.split(" ");
  const { path, body } = OPERATIONS[name]!;
  const url = new URL(`http://localhost${API_BASE}${path?.(world) ?? template}`);
  const content = body?.(world) as Record<string, unknown> | undefined;
  if (merchantId && !content) url.searchParams.set("merchant_id", merchantId);
  const json =
    content && JSON.stringify({ ...content, ...(merchantId && { merchant_id: merchantId }) });
  const answer = await api.fetch(
    new Request(url, {
      method,
      body: json,
      headers: {
        ...(json && { "content-type": "application/json" }),
        "idempotency-key": newId("try"),
        ...(key && { authorization: `Bearer ${key}` }),
        ...headers,
      },
    }),
  );
  const text = await answer.text();
  return { status: answer.status, text, headers: answer.headers };
}

/** What of the first merchant an answer tells beyond what its own request already named. */
const leaksIn = (text: string, name: string) => {
  const { path, body } = OPERATIONS[name]!;
  const said = `${path?.(world) ?? ""} ${JSON.stringify(body?.(world) ?? "")}`;
  return secrets.filter((secret) => text.includes(secret) && !said.includes(secret));
};

const declared = ROUTES.map(({ method, path }) => `${method} ${path}`);
const names = Object.keys(OPERATIONS);

describe("every operation of the API", () => {
  it("stands in the matrix, and the matrix knows no other", () => {
    expect(names.toSorted()).toEqual(declared.toSorted());
  });

  it("is all that answers", () => {
    const template = (path: string) => path.replace(/:(\w+)/g, "{$1}");
    const served = [...new Set(api.routes.map((route) => template(route.path)))];
    const known = [...OPEN_ENDPOINTS, ...declared.map((name) => API_BASE + name.split(" ")[1])];
    expect(served.filter((path) => !known.includes(path))).toEqual([]);
  });

  it("wants the scope the matrix says", () => {
    for (const route of ROUTES) {
      expect(route.scope).toBe(OPERATIONS[`${route.method} ${route.path}`]?.scope);
    }
  });
});

describe.each(names)("%s", (name) => {
  const { scope, stranger } = OPERATIONS[name]!;

  it.each([
    ["nobody", {}],
    ["a cookie", { headers: { cookie: "headroom-session=x; __Host-headroom-session=x" } }],
    ["a malformed key", { key: "hr_live_nonsense" }],
    ["another scheme", { headers: { authorization: "Basic aHI6aHI=" } }],
  ] as const)("answers 401 to %s", async (_who, sent) => {
    const answer = await send(name, sent);
    expect(answer.status).toBe(401);
    expect(leaksIn(answer.text, name)).toEqual([]);
  });

  it("answers 401 to a revoked key", async () => {
    expect((await send(name, { key: keys.revoked })).status).toBe(401);
  });

  it.runIf(scope !== "any_key")("answers 403 to a key without its scope", async () => {
    const answer = await send(name, { key: keys.scopeless });
    expect(answer.status).toBe(403);
    expect(leaksIn(answer.text, name)).toEqual([]);
  });

  it.runIf(scope !== "any_key")("answers 403 to every other scope", async () => {
    const { key } = await newKey(
      SUNRISE,
      SCOPES.filter((one) => one !== scope),
    );
    expect((await send(name, { key })).status).toBe(403);
  });

  it.each(["stranger", "testStranger"] as const)("tells a %s's key nothing", async (whose) => {
    const answer = await send(name, { key: keys[whose] });
    expect(answer.status).toBe(stranger === "not_found" ? 404 : 200);
    expect(leaksIn(answer.text, name)).toEqual([]);
  });

  it.each(["stranger", "testStranger"] as const)("answers 404 to a %s's key", async (whose) => {
    const answer = await send(name, { key: keys[whose], merchantId: SUNRISE });
    expect(answer.status).toBe(404);
    expect(leaksIn(answer.text, name)).toEqual([]);
  });

  it("answers 422 to an acquirer's key that names no merchant", async () => {
    const isAboutNone = name === "GET /response-codes";
    expect((await send(name, { key: keys.acquirer })).status).toBe(isAboutNone ? 200 : 422);
  });

  it("answers the merchant's own key", async () => {
    const { status } = await send(name, { key: keys.own });
    expect([200, 201, 204, 409]).toContain(status);
  });

  it("hardens its answer", async () => {
    const { headers } = await send(name, { key: keys.own });
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("cache-control")).toBe("no-store");
  });
});

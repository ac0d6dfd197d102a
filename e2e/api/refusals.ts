import http from "node:http";
import { mustRun } from "@/e2e/command-line";
import type { Scope } from "@/lib/domain/access/actor";
import { createKey, DEMO, expect, test, type Answer } from "./fixtures";

export const CARD = "4111111111111111";

/** An operation as a stranger would try it; `body` is one that the operation accepts. */
export type Operation = {
  method: "GET" | "POST";
  /** With well-formed path parameters and no query. */
  path: string;
  scope: Scope | null;
  body?: Record<string, unknown>;
  /** Headers that the operation wants, e.g. an Idempotency-Key. */
  headers?: Record<string, string>;
  maxBytes?: number;
  /** What another method is answered with, e.g. "GET, HEAD, POST". */
  allow: string;
  /** False where no merchant need be named. */
  isAboutMerchant?: boolean;
  /** False when the path names a record that the merchant does not have. */
  isThere?: boolean;
};

const slug = (answer: Answer) => (answer.json as { type: string }).type.replace(/.*\//, "");

/** Sends bytes in chunks, without declaring how many. */
function sendChunked(
  url: string,
  key: string,
  headers: Record<string, string>,
  bytes: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const type = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const request = http.request(url, { method: "POST", headers: { ...headers, ...type } });
    request.on("response", (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on("error", reject);
    for (let sent = 0; sent < bytes; sent += 4_096) request.write(" ".repeat(4_096));
    request.end();
  });
}

/** What every operation answers to whoever may not, or says it wrongly. */
export function describeRefusals(operation: Operation): void {
  const { method, path, scope, body, headers = {}, allow, isAboutMerchant = true } = operation;
  const { isThere = true } = operation;
  const maxBytes = operation.maxBytes ?? 64 * 1024;
  const inQuery = method === "GET" || body === undefined;
  const named = (merchant: string) => (inQuery ? `${path}?merchant_id=${merchant}` : path);
  const naming = (merchant: string) =>
    inQuery ? {} : { body: { ...body, merchant_id: merchant } };

  test.describe(`${method} ${path} refuses`, () => {
    test("401 without a valid key", async ({ api, request }) => {
      const key = await api.keyOf();
      const last = key.at(-1) === "a" ? "b" : "a";
      const wrong = [null, "x", key.slice(0, -1), key.slice(0, -1) + last, key.toLowerCase()];
      for (const one of [...wrong, key.replace("hr_live_", "hr_test_")]) {
        const answer = await api.call(method, path, { key: one, body, headers });
        expect([one, answer.status, slug(answer)]).toEqual([one, 401, "unauthenticated"]);
        expect(answer.headers["www-authenticate"]).toMatch(/^Bearer/);
      }
      const cookie = await request.fetch(`/api/v1${path}`, {
        method,
        headers: { cookie: `headroom-session=${key}; authorization=Bearer ${key}` },
      });
      expect(cookie.status()).toBe(401);
      const basic = { ...headers, authorization: `Basic ${key}` };
      expect((await api.call(method, path, { key: null, body, headers: basic })).status).toBe(401);
    });

    test("401 within two seconds of the key's revocation", async ({ api }) => {
      const key = await createKey({});
      const before = await api.call(method, path, { key, body, headers });
      expect(before.status).not.toBe(401);
      await mustRun("keys", "revoke", key);
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      expect((await api.call(method, path, { key, body, headers })).status).toBe(401);
    });

    if (scope !== null) {
      test("403 without its scope", async ({ api }) => {
        const other = scope === "compliance:read" ? "terminals:read" : "compliance:read";
        const key = await api.keyOf({ scopes: [other] });
        const answer = await api.call(method, path, { key, body: { nonsense: 1 }, headers });
        expect([answer.status, slug(answer)]).toEqual([403, "forbidden"]);
      });
    }

    test("404 to naming another merchant, the same whether or not there is one", async ({
      api,
    }) => {
      const refused = async (merchant: string) => {
        const answer = await api.call(method, named(merchant), { headers, ...naming(merchant) });
        expect([answer.status, slug(answer)]).toEqual([404, "not-found"]);
        return { ...answer.json, request_id: "", instance: "" };
      };
      expect(await refused(DEMO.suspended.merchant)).toEqual(await refused(DEMO.unknownMerchant));
      const malformed = await api.call(method, named("x"), { headers, ...naming("x") });
      expect([malformed.status, slug(malformed)]).toEqual([422, "validation-failed"]);
      const own = await api.call(method, named(DEMO.merchant), {
        headers,
        body: inQuery ? undefined : { ...body, merchant_id: DEMO.merchant },
      });
      expect(own.status === 404).toBe(!isThere);
    });

    if (isAboutMerchant) {
      test("422 to an acquirer's key that names no merchant", async ({ api }) => {
        const key = await api.keyOf({ owner: "acquirer" });
        const answer = await api.call(method, path, { key, body, headers });
        expect([answer.status, slug(answer)]).toEqual([422, "validation-failed"]);
        expect(answer.json.errors).toMatchObject([{ pointer: "/merchant_id", code: "required" }]);
      });
    }

    test("405 to another method", async ({ api }) => {
      for (const other of ["PUT", "PATCH", "DELETE", "OPTIONS"]) {
        const answer = await api.call(other, path, { headers });
        expect([answer.status, slug(answer)]).toEqual([405, "method-not-allowed"]);
        expect(answer.headers.allow).toBe(allow);
      }
    });

    test("422 to what it does not know", async ({ api }) => {
      const query = await api.call(method, `${path}?nonsense=1`, { body, headers });
      expect([query.status, slug(query)]).toEqual([422, "validation-failed"]);
      expect(query.json.errors[0]).toMatchObject({ pointer: "/nonsense", code: "unknown_field" });
      const twice = await api.call(method, `${path}?x=1&x=2`, { body, headers });
      expect([twice.status, slug(twice)]).toEqual([422, "validation-failed"]);
      const nul = await api.call(method, `${path}?nonsense=%00`, { body, headers });
      expect(nul.status).toBe(422);
    });

    test("422 to a card number in an address, repeated nowhere", async ({ api }) => {
      const answer = await api.call(method, `${path}?note=${CARD}`, { body, headers });
      expect([answer.status, slug(answer)]).toEqual([422, "card-number-not-accepted"]);
      expect(answer.text + JSON.stringify(answer.headers)).not.toContain(CARD);
    });

    test("429 beyond its key's rate", async ({ api }) => {
      const key = await createKey({ rate: 2 });
      const calls = Array.from({ length: 12 }, () =>
        api.call(method, path, { key, body, headers }),
      );
      const answers = await Promise.all(calls);
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused.length).toBeGreaterThan(0);
      for (const answer of answers) {
        expect(answer.headers["ratelimit-policy"]).toMatch(/^"[\w-]+";q=2;w=1$/);
        expect(answer.headers.ratelimit).toMatch(/^"[\w-]+";r=\d+;t=\d+$/);
      }
      expect(slug(refused[0]!)).toBe("rate-limited");
      const wait = Number(refused[0]!.headers["retry-after"]);
      expect(wait).toBeGreaterThanOrEqual(1);
      await new Promise((resolve) => setTimeout(resolve, wait * 1_000));
      expect((await api.call(method, path, { key, body, headers })).status).not.toBe(429);
      const free = await api.call(method, path, { body, headers });
      expect(free.headers).not.toHaveProperty("ratelimit-policy");
    });

    if (body) describeBodyRefusals({ ...operation, body, headers, maxBytes });
  });
}

function describeBodyRefusals(
  operation: Operation & {
    body: Record<string, unknown>;
    headers: Record<string, string>;
    maxBytes: number;
  },
): void {
  const { method, path, body, headers, maxBytes } = operation;

  test("400 to what is not JSON", async ({ api }) => {
    const broken = ["", "{", '{"a":1,}', "nope", `${JSON.stringify(body)}x`];
    for (const raw of [...broken, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])]) {
      const answer = await api.call(method, path, { raw, headers });
      expect([String(raw), answer.status, slug(answer)]).toEqual([
        String(raw),
        400,
        "malformed-json",
      ]);
    }
  });

  test("413 to too many bytes, declared or not", async ({ api, baseURL }) => {
    const raw = JSON.stringify(body).padEnd(maxBytes + 1);
    const answer = await api.call(method, path, { raw, headers });
    expect([answer.status, slug(answer)]).toEqual([413, "payload-too-large"]);
    const exactly = await api.call(method, path, { raw: raw.slice(0, maxBytes), headers });
    expect(exactly.status).not.toBe(413);
    const key = await api.keyOf();
    const url = `${baseURL}/api/v1${path}`;
    expect(await sendChunked(url, key, headers, maxBytes + 4_096)).toBe(413);
  });

  test("415 to another content type", async ({ api }) => {
    for (const type of ["text/plain", "application/xml", "application/json; charset=gbk"]) {
      const call = { raw: JSON.stringify(body), headers: { ...headers, "content-type": type } };
      const answer = await api.call(method, path, call);
      expect([type, answer.status, slug(answer)]).toEqual([type, 415, "unsupported-media-type"]);
    }
  });

  test("422 to a body of another shape", async ({ api }) => {
    for (const wrong of [null, [], 1, "x", { ...body, nonsense: 1 }, { ...body, __proto__x: 1 }]) {
      const answer = await api.call(method, path, { raw: JSON.stringify(wrong), headers });
      expect([JSON.stringify(wrong), answer.status, slug(answer)]).toEqual([
        JSON.stringify(wrong),
        422,
        "validation-failed",
      ]);
    }
    for (const name of Object.keys(body)) {
      const answer = await api.call(method, path, {
        body: { ...body, [name]: { x: [] } },
        headers,
      });
      expect([name, answer.status]).toEqual([name, 422]);
    }
  });

  test("422 to text that cannot be kept", async ({ api }) => {
    const answer = await api.call(method, path, { body: { ...body, note: "a\u0000b" }, headers });
    expect([answer.status, slug(answer)]).toEqual([422, "validation-failed"]);
    const raw = JSON.stringify(body).replace(/\}$/, ',"note":"\\ud800"}');
    expect((await api.call(method, path, { raw, headers })).status).toBe(422);
  });

  test("422 to a card number anywhere, repeated nowhere", async ({ api }) => {
    const spaced = CARD.replace(/(\d{4})(?=\d)/g, "$1 ");
    const texts = [CARD, spaced, spaced.replaceAll(" ", "-"), `see ${CARD}.`];
    const holding: unknown[] = texts.map((note) => ({ ...body, note }));
    holding.push(
      { ...body, note: Number(CARD) },
      { ...body, [CARD]: 1 },
      { ...body, x: [{ y: CARD }] },
    );
    for (const one of holding) {
      const answer = await api.call(method, path, { body: one, headers });
      expect([one, answer.status, slug(answer)]).toEqual([one, 422, "card-number-not-accepted"]);
      const said = answer.text + JSON.stringify(answer.headers);
      expect(said).not.toContain(CARD);
      expect(said).not.toContain(spaced);
    }
    const raw = JSON.stringify(body).replace(/\}$/, `,"note":"${CARD}","note":"x"}`);
    expect(slug(await api.call(method, path, { raw, headers }))).toBe("card-number-not-accepted");
    for (const note of [`${CARD}1111`, "4111111111111112", "4111.1111.1111.1111"]) {
      const answer = await api.call(method, path, { body: { ...body, note }, headers });
      expect([note, slug(answer)]).toEqual([note, "validation-failed"]);
    }
  });
}

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test as base, type APIRequestContext } from "@playwright/test";
import { makeKey } from "@/e2e/command-line";
import { SCOPES, type Scope } from "@/lib/domain/access/actor";
import { Published } from "./published";

/** The demo world, as the contract names it. */
export const DEMO = {
  merchant: "898210154110002",
  terminal: "00018644",
  otherTerminal: "00018645",
  suspended: { merchant: "898210154110003", terminal: "00018650" },
  pastDue: { merchant: "898210158120004", terminal: "00018660" },
  unknownMerchant: "898210154119999",
} as const;

type KeyWish = {
  /** A MID, or "acquirer". */
  owner?: string;
  scopes?: readonly Scope[];
  rate?: number;
};

export function createKey({ owner = DEMO.merchant, scopes = SCOPES, rate = 0 }: KeyWish) {
  const options = ["--rate", String(rate), "--name", "e2e"];
  return makeKey(owner === "acquirer" ? null : owner, scopes.join(","), ...options);
}

export type Call = {
  key?: string | null;
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  raw?: string | Buffer;
  headers?: Record<string, string>;
};

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answer = { status: number; headers: Record<string, string>; json: any; text: string };

export type Api = {
  /** Calls an operation under /api/v1 and holds its answer against the published document. */
  call: (method: string, path: string, call?: Call) => Promise<Answer>;
  /** A key of the merchant with every scope, made once; other wishes make other keys, once each. */
  keyOf: (wish?: KeyWish) => Promise<string>;
};

/** As a client should: what could not be decided in time is asked again after the time named. */
async function ask(...[request, method, path, call]: Parameters<typeof send>): Promise<Answer> {
  for (let left = 5; ; left--) {
    const answer = await send(request, method, path, call);
    if (answer.status !== 503 || left === 0) return answer;
    expect(answer.json.type).toMatch(/\/unavailable$/);
    const seconds = Number(answer.headers["retry-after"]);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  }
}

async function send(
  request: APIRequestContext,
  method: string,
  path: string,
  { key, body, raw, headers = {} }: Call,
): Promise<Answer> {
  const said = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  // A text would be quoted once more when it is not JSON.
  const data = typeof said === "string" ? Buffer.from(said) : said;
  const answer = await request.fetch(`/api/v1${path}`, {
    method,
    data,
    headers: {
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(data !== undefined ? { "content-type": "application/json" } : {}),
      ...headers,
    },
    failOnStatusCode: false,
  });
  const text = await answer.text();
  const isJson = text !== "" && /json/.test(answer.headers()["content-type"] ?? "");
  const json: unknown = isJson ? JSON.parse(text) : undefined;
  return { status: answer.status(), headers: answer.headers(), json, text };
}

const keys = new Map<string, Promise<string>>();

/** A key of this wish that any worker made before, or a new one. */
async function findKey(wish: KeyWish): Promise<string> {
  const name = JSON.stringify(wish).replace(/\W+/g, "_");
  const file = path.join(process.env.E2E_DATA_DIR ?? "", `key${name}`);
  if (existsSync(file)) return readFileSync(file, "utf8");
  const key = await createKey(wish);
  writeFileSync(file, key);
  return key;
}

function keyOf(wish: KeyWish = {}): Promise<string> {
  const name = JSON.stringify(wish);
  const key = keys.get(name) ?? findKey(wish);
  keys.set(name, key);
  return key;
}

// Every key is a run of the command line, which waits its turn on a busy machine.
const TIMEOUT_MS = 180_000;

/** `api`: the machine API with its published document; keys are made through the command line. */
export const test = base.extend<{ api: Api }, { published: Published }>({
  published: [
    async ({ playwright }, provide) => {
      const request = await playwright.request.newContext({
        baseURL: base.info().project.use.baseURL,
      });
      const answer = await request.get("/api/v1/openapi.json");
      expect(answer.status()).toBe(200);
      await provide(new Published(await answer.json()));
      await request.dispose();
    },
    { scope: "worker" },
  ],
  api: async ({ request, published }, provide) => {
    base.setTimeout(TIMEOUT_MS);
    await provide({
      keyOf,
      call: async (method, path, call = {}) => {
        const key = call.key === undefined ? await keyOf() : call.key;
        const answer = await ask(request, method, path, { ...call, key });
        published.assertDescribes(method, path, answer);
        return answer;
      },
    });
  },
});

export { expect };

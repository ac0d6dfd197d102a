import { addressOf, type DraftValues, type RequestDraft } from "@/lib/contracts/request-draft";

export type TryAnswer = {
  status: number;
  tookMs: number;
  /** The headers a caller works with, in their order here. */
  headers: readonly { name: string; value: string }[];
  /** Laid out when it is JSON. */
  text: string;
  /** The body when it is JSON. */
  json: unknown;
};

export type TryResult = { idempotencyKey: string | null; answer: TryAnswer | null };

const TIMEOUT_MS = 30_000;

const TOLD_HEADERS = [
  ...["Content-Type", "X-Request-Id", "Idempotency-Replayed", "Retry-After"],
  ...["RateLimit", "RateLimit-Policy", "Allow"],
];

/** Random as an Idempotency-Key must be; randomUUID is missing where the portal is served without TLS. */
const newIdempotencyKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function readAnswer(response: Response, startedAt: number): Promise<TryAnswer> {
  const said = await response.text();
  const tookMs = Math.round(performance.now() - startedAt);
  const json = readJson(said);
  return {
    ...{ status: response.status, tookMs, json },
    text: json === undefined ? said : JSON.stringify(json, null, 2),
    headers: TOLD_HEADERS.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [{ name, value }];
    }),
  };
}

/** Asks this portal's own API, as a till would: by the key alone, without the reader's session. */
export async function sendTry(
  draft: RequestDraft,
  values: DraftValues,
  key: string,
): Promise<TryResult> {
  const { method, base, needsKey, isOnce } = draft;
  const idempotencyKey = isOnce ? newIdempotencyKey() : null;
  const body = values.body.trim() === "" ? null : values.body;
  const startedAt = performance.now();
  try {
    const response = await fetch(new URL(base).pathname + addressOf(draft, values), {
      ...{ method, body, credentials: "omit", cache: "no-store", redirect: "error" },
      headers: {
        ...(needsKey && { Authorization: `Bearer ${key}` }),
        ...(idempotencyKey !== null && { "Idempotency-Key": idempotencyKey }),
        ...(body !== null && { "Content-Type": "application/json" }),
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { idempotencyKey, answer: await readAnswer(response, startedAt) };
  } catch {
    return { idempotencyKey, answer: null };
  }
}

import "server-only";
import {
  checkTold,
  keptPath,
  MOST_BODY_BYTES,
  type RequestBudget,
  spendBudget,
} from "@/lib/domain/api-requests";
import type { Instant } from "@/lib/domain/instant";
import { queryPrepared } from "@/lib/data/pool";
import { WriteBehind } from "@/lib/data/write-behind";
import { newId } from "@/lib/platform/ids";

/** A request to be written behind its answer: `said` is its parsed body, `told` its answer's text. */
export type ApiRequestEntry = {
  keyId: string;
  requestedAt: Instant;
  method: string;
  url: string;
  status: number;
  requestId: string;
  said: unknown;
  told: string | undefined;
};

const MOST_ENTRIES = 2_000;
const MOST_BUDGETS = 20_000;

const budgets = new Map<string, RequestBudget>();

function bodyOf(said: unknown): string | null {
  if (said === undefined) return null;
  const text = JSON.stringify(said);
  return Buffer.byteLength(text) > MOST_BODY_BYTES ? null : text;
}

function rowOf({ url, said, told, ...columns }: ApiRequestEntry) {
  const path = keptPath(url);
  const check = columns.method === "POST" ? checkTold(path, told) : null;
  return { ...columns, ...check, apiRequestId: newId("arq"), path, body: bodyOf(said) };
}

const log = new WriteBehind<ApiRequestEntry>({
  ...{ noun: "request log", flushMs: 500, most: MOST_ENTRIES, atOnce: MOST_ENTRIES },
  write: async (merchantId, entries) => {
    const values = [merchantId, JSON.stringify(entries.map(rowOf))];
    await queryPrepared("record-api-requests", "select record_api_requests($1, $2)", values);
  },
});

/** Writes what is still waiting. */
export const flushRequestLog = () => log.flush();

/** Remembers a request to be written soon, as far as the merchant's budget and the buffer go. */
export function appendToRequestLog(merchantId: string, entry: ApiRequestEntry): void {
  const budget = spendBudget(budgets.get(merchantId), entry.requestedAt);
  if (!budget) return;
  if (budgets.size >= MOST_BUDGETS) budgets.clear();
  budgets.set(merchantId, budget);
  log.append(merchantId, entry);
}

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
import { newId } from "@/lib/platform/ids";
import { logger } from "@/lib/platform/logger";
import { onStop } from "@/lib/platform/on-stop";

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

const FLUSH_MS = 500;
const MOST_ENTRIES = 2_000;
const MOST_BUDGETS = 20_000;

const buffer = new Map<string, ApiRequestEntry[]>();
let size = 0;
let timer: NodeJS.Timeout | undefined;
let flushing: Promise<void> | undefined;
let isHooked = false;
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

async function flush(): Promise<void> {
  const taken = [...buffer];
  buffer.clear();
  size = 0;
  for (const [merchantId, entries] of taken) {
    const sql = "select record_api_requests($1, $2)";
    try {
      const rows = JSON.stringify(entries.map(rowOf));
      await queryPrepared("record-api-requests", sql, [merchantId, rows]);
    } catch (error) {
      logger.warn({ err: error }, "the request log could not be written");
    }
  }
}

function schedule(): void {
  timer ??= setTimeout(() => {
    timer = undefined;
    flushing ??= flush().finally(() => {
      flushing = undefined;
      if (size > 0) schedule();
    });
  }, FLUSH_MS);
}

/** Writes what is still in the buffer; at the end of the process. */
export async function flushRequestLog(): Promise<void> {
  await flushing;
  await flush();
}

/** Remembers a request to be written soon, as far as the merchant's budget and the buffer go. */
export function appendToRequestLog(merchantId: string, entry: ApiRequestEntry): void {
  if (size >= MOST_ENTRIES) return;
  const budget = spendBudget(budgets.get(merchantId), entry.requestedAt);
  if (!budget) return;
  if (budgets.size >= MOST_BUDGETS) budgets.clear();
  budgets.set(merchantId, budget);
  if (!isHooked) {
    isHooked = true;
    onStop(flushRequestLog);
  }
  const entries = buffer.get(merchantId);
  if (entries) entries.push(entry);
  else buffer.set(merchantId, [entry]);
  size++;
  if (!flushing) schedule();
}

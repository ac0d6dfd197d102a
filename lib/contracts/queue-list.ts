import { z } from "zod";
import { readCursor, writeCursor } from "@/lib/contracts/list-cursor";
import { sortParam, TABLE_PARAMS, textParam, wordParam } from "@/lib/contracts/table-params";
import type { Instant } from "@/lib/domain/instant";
import { QUEUE_TABS, type QueueTab } from "@/lib/domain/limit-requests/queue-tab";
import { WINDOWS, type Window } from "@/lib/domain/limits/limit";

export const TIERS = ["micro", "individual", "enterprise"] as const;
export const REQUESTS_PER_PAGE = 25;

/** The address of the queue; whatever cannot be read is as if it were not there. */
const Params = z.object({
  tab: sortParam(QUEUE_TABS),
  q: textParam(60),
  tier: wordParam(TIERS),
  window: wordParam(WINDOWS),
  ...TABLE_PARAMS,
});
export type QueueListParams = z.output<typeof Params>;

/** Where a page begins or ends: the deadline and ids of a row. */
export type QueueKey = { dueAt: Instant; merchantId: string; limitRequestId: string };

export type QueueListQuery = {
  tab: QueueTab;
  filter: { tier: string | null; window: Window | null; text: string | null };
  limit: number;
  after: QueueKey | null;
  before: QueueKey | null;
  /** How many rows stand before the page. */
  start: number;
};

export function readQueueParams(params: Record<string, unknown>): QueueListParams {
  return Params.parse(params);
}

/** The row a page goes on from, as one word in an address. */
export const writeQueueCursor = (key: QueueKey, start: number): string =>
  writeCursor({ ...queuePlaceOf(key), start: Math.max(0, start) });

/** The row a file goes on from. */
export const queueKeyOf = ({ value, id }: { value: string; id: string }): QueueKey | null =>
  readKey(writeCursor({ value, id, start: 0 }))?.key ?? null;

export const queuePlaceOf = ({ dueAt, merchantId, limitRequestId }: QueueKey) => ({
  value: String(dueAt),
  id: `${merchantId} ${limitRequestId}`,
});

function readKey(text: string | undefined): { key: QueueKey; start: number } | null {
  const cursor = readCursor(text);
  const [merchantId, limitRequestId] = cursor?.id.split(" ") ?? [];
  const dueAt = Number(cursor?.value);
  if (!cursor || !merchantId || !limitRequestId || !Number.isSafeInteger(dueAt)) return null;
  return { key: { dueAt, merchantId, limitRequestId }, start: cursor.start };
}

export function queueListQuery(params: QueueListParams): QueueListQuery {
  const { tab, tier, window, q } = params;
  const after = readKey(params.after);
  const before = after ? null : readKey(params.before);
  return {
    ...{ tab, filter: { tier, window, text: q || null }, limit: REQUESTS_PER_PAGE },
    ...{ after: after?.key ?? null, before: before?.key ?? null },
    start: (after ?? before)?.start ?? 0,
  };
}

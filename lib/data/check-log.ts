import "server-only";
import type { Instant } from "@/lib/domain/instant";
import { queryPrepared } from "@/lib/data/pool";
import { logger } from "@/lib/platform/logger";
import { checkLogDropped } from "@/lib/platform/metrics";
import { onStop } from "@/lib/platform/on-stop";

/** A check to be written behind its answer; `answer` is that answer's JSON. */
export type CheckLogEntry = {
  checkId: string;
  terminalId: string;
  amountMinor: number;
  currency: string;
  decision: string;
  source: "api" | "portal";
  actorId: string;
  evaluatedAt: Instant;
  answer: string;
};

const FLUSH_MS = 100;
const MOST_ENTRIES = 50_000;
const ENTRIES_AT_ONCE = 500;

const buffer = new Map<string, CheckLogEntry[]>();
let size = 0;
let timer: NodeJS.Timeout | undefined;
let flushing: Promise<void> | undefined;
let isHooked = false;

const jsonOf = ({ answer, ...columns }: CheckLogEntry): string =>
  `${JSON.stringify(columns).slice(0, -1)},"answer":${answer}}`;

async function writeOut(merchantId: string, entries: readonly CheckLogEntry[]): Promise<void> {
  const rows = `[${entries.map(jsonOf).join(",")}]`;
  await queryPrepared("record-checks", "select record_checks($1, $2)", [merchantId, rows]);
}

/** Puts back what could not be written, as far as there is room. */
function putBack(merchantId: string, entries: readonly CheckLogEntry[]): void {
  const room = Math.max(0, MOST_ENTRIES - size);
  const kept = entries.slice(0, room);
  checkLogDropped.inc(entries.length - kept.length);
  if (kept.length === 0) return;
  buffer.set(merchantId, [...kept, ...(buffer.get(merchantId) ?? [])]);
  size += kept.length;
}

async function flush(): Promise<void> {
  const taken = [...buffer];
  buffer.clear();
  size = 0;
  for (const [merchantId, entries] of taken) {
    for (let from = 0; from < entries.length; from += ENTRIES_AT_ONCE) {
      const some = entries.slice(from, from + ENTRIES_AT_ONCE);
      try {
        await writeOut(merchantId, some);
      } catch (error) {
        logger.warn({ err: error }, "the check log could not be written; it is tried again");
        putBack(merchantId, some);
      }
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
export async function flushCheckLog(): Promise<void> {
  await flushing;
  await flush();
}

/** Remembers a check to be written soon; when the buffer is full it is dropped and counted. */
export function appendToCheckLog(merchantId: string, entry: CheckLogEntry): void {
  if (size >= MOST_ENTRIES) {
    checkLogDropped.inc();
    return;
  }
  if (!isHooked) {
    isHooked = true;
    onStop(flushCheckLog);
  }
  const entries = buffer.get(merchantId);
  if (entries) entries.push(entry);
  else buffer.set(merchantId, [entry]);
  size++;
  if (!flushing) schedule();
}

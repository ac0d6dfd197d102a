import "server-only";
import { logger } from "@/lib/platform/logger";
import { onStop } from "@/lib/platform/on-stop";

type Writing<Entry> = {
  /** What is written, as the log names it. */
  noun: string;
  flushMs: number;
  /** Entries that may wait in all; more are refused. */
  most: number;
  /** Entries of one lane in one statement. */
  atOnce: number;
  write: (lane: string, entries: readonly Entry[]) => Promise<void>;
  /** Whether what could not be written is tried again; `lost` hears of what there is no room for. */
  retry?: { lost: (entries: number) => void };
};

/** A buffer of what is written soon after the answer, lane by lane; `append` is false when it is full. */
export type WriteBehind<Entry> = {
  append: (lane: string, entry: Entry) => boolean;
  /** Writes what is still in the buffer; at the end of the process. */
  flush: () => Promise<void>;
};

export function writeBehind<Entry>(writing: Writing<Entry>): WriteBehind<Entry> {
  const { noun, flushMs, most, atOnce, write, retry } = writing;
  const buffer = new Map<string, Entry[]>();
  let size = 0;
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> | undefined;
  let isHooked = false;

  function putBack(lane: string, entries: readonly Entry[]): void {
    const kept = entries.slice(0, Math.max(0, most - size));
    retry?.lost(entries.length - kept.length);
    if (kept.length === 0) return;
    buffer.set(lane, [...kept, ...(buffer.get(lane) ?? [])]);
    size += kept.length;
  }

  async function writeOut(lane: string, entries: readonly Entry[]): Promise<void> {
    try {
      await write(lane, entries);
    } catch (error) {
      logger.warn(
        { err: error },
        `the ${noun} could not be written${retry ? "; it is tried again" : ""}`,
      );
      if (retry) putBack(lane, entries);
    }
  }

  async function writeAll(): Promise<void> {
    const taken = [...buffer];
    buffer.clear();
    size = 0;
    for (const [lane, entries] of taken) {
      for (let from = 0; from < entries.length; from += atOnce) {
        await writeOut(lane, entries.slice(from, from + atOnce));
      }
    }
  }

  function schedule(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      flushing ??= writeAll().finally(() => {
        flushing = undefined;
        if (size > 0) schedule();
      });
    }, flushMs);
  }

  async function flush(): Promise<void> {
    await flushing;
    await writeAll();
  }

  function append(lane: string, entry: Entry): boolean {
    if (size >= most) return false;
    if (!isHooked) {
      isHooked = true;
      onStop(flush);
    }
    const entries = buffer.get(lane);
    if (entries) entries.push(entry);
    else buffer.set(lane, [entry]);
    size++;
    if (!flushing) schedule();
    return true;
  }

  return { append, flush };
}

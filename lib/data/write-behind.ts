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

/** A buffer of what is written soon after the answer, lane by lane. */
export class WriteBehind<Entry> {
  private readonly buffer = new Map<string, Entry[]>();
  private size = 0;
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> | undefined;
  private isHooked = false;

  constructor(private readonly writing: Writing<Entry>) {}

  /** Remembers an entry to be written soon; false when there is no room. */
  append(lane: string, entry: Entry): boolean {
    if (this.size >= this.writing.most) return false;
    if (!this.isHooked) {
      this.isHooked = true;
      onStop(() => this.flush());
    }
    const entries = this.buffer.get(lane);
    if (entries) entries.push(entry);
    else this.buffer.set(lane, [entry]);
    this.size++;
    if (!this.flushing) this.schedule();
    return true;
  }

  /** Writes what is still in the buffer; at the end of the process. */
  async flush(): Promise<void> {
    await this.flushing;
    await this.writeAll();
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.flushing ??= this.writeAll().finally(() => {
        this.flushing = undefined;
        if (this.size > 0) this.schedule();
      });
    }, this.writing.flushMs);
  }

  private async writeAll(): Promise<void> {
    const { atOnce } = this.writing;
    const taken = [...this.buffer];
    this.buffer.clear();
    this.size = 0;
    for (const [lane, entries] of taken) {
      for (let from = 0; from < entries.length; from += atOnce) {
        await this.write(lane, entries.slice(from, from + atOnce));
      }
    }
  }

  private async write(lane: string, entries: readonly Entry[]): Promise<void> {
    const { noun, retry } = this.writing;
    try {
      await this.writing.write(lane, entries);
    } catch (error) {
      const what = `the ${noun} could not be written`;
      logger.warn({ err: error }, retry ? `${what}; it is tried again` : what);
      if (retry) this.putBack(lane, entries, retry.lost);
    }
  }

  private putBack(lane: string, entries: readonly Entry[], lost: (entries: number) => void): void {
    const kept = entries.slice(0, Math.max(0, this.writing.most - this.size));
    lost(entries.length - kept.length);
    if (kept.length === 0) return;
    this.buffer.set(lane, [...kept, ...(this.buffer.get(lane) ?? [])]);
    this.size += kept.length;
  }
}

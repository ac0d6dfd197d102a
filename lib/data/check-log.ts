import "server-only";
import type { Instant } from "@/lib/domain/instant";
import { type Mode, MODES, perMode } from "@/lib/domain/mode";
import { queryPrepared } from "@/lib/data/pool";
import { WriteBehind } from "@/lib/data/write-behind";
import { checkLogDropped } from "@/lib/platform/metrics";

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

const jsonOf = ({ answer, ...columns }: CheckLogEntry): string =>
  `${JSON.stringify(columns).slice(0, -1)},"answer":${answer}}`;

const logs = perMode(
  (mode) =>
    new WriteBehind<CheckLogEntry>({
      ...{ noun: "check log", flushMs: 100, most: 50_000, atOnce: 500 },
      write: async (merchantId, entries) => {
        const values = [merchantId, `[${entries.map(jsonOf).join(",")}]`];
        await queryPrepared("record-checks", "select record_checks($1, $2)", values, { mode });
      },
      retry: { lost: (entries) => checkLogDropped.inc(entries) },
    }),
);

/** Writes what is still waiting. */
export async function flushCheckLog(): Promise<void> {
  for (const mode of MODES) await logs[mode].flush();
}

/** Remembers a check to be written soon; when the buffer is full it is dropped and counted. */
export function appendToCheckLog(mode: Mode, merchantId: string, entry: CheckLogEntry): void {
  if (!logs[mode].append(merchantId, entry)) checkLogDropped.inc();
}

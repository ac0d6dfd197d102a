import "server-only";
import type { Instant } from "@/lib/domain/instant";
import type { Mode } from "@/lib/domain/mode";
import type { CounterState, LimitState } from "@/lib/domain/limits/limit";
import { queryPrepared } from "@/lib/data/pool";
import { flightsPerMode, latestDeadline } from "@/lib/data/shared-flights";

/** What limits count, by limit; those that count nothing are left out. */
export type Counts = { stamp: string; counters: ReadonlyMap<string, readonly CounterState[]> };

type Asked = {
  calendar: readonly string[];
  rolling: readonly string[];
  at: Instant;
  deadlineAt?: number;
};

type Window = readonly [string, number, number, number, number, number, number];
type Row = {
  stamp: string;
  counted?: readonly Window[];
  states?: Readonly<Record<string, readonly CounterState[]>>;
};

function countersOf({ counted, states }: Row): Counts["counters"] {
  if (states) return new Map(Object.entries(states));
  const counters = new Map<string, CounterState[]>();
  for (const window of counted ?? []) {
    const [limitId, windowStart, windowEnd, usedAmountMinor, usedCount] = window;
    const [, , , , , reservedAmountMinor, reservedCount] = window;
    const counter = {
      ...{ windowStart, windowEnd, usedAmountMinor, usedCount },
      ...{ reservedAmountMinor, reservedCount },
    };
    const others = counters.get(limitId);
    if (others) others.unshift(counter);
    else counters.set(limitId, [counter]);
  }
  return counters;
}

/** Ids asked for, each once; those who ask of the same terminal share one list. */
function unionOf(lists: readonly (readonly string[])[]): readonly string[] {
  const distinct = new Set(lists);
  if (distinct.size === 1) return lists[0]!;
  return [...new Set([...distinct].flat())];
}

async function read(mode: Mode, merchantId: string, aboard: readonly Asked[]): Promise<Counts[]> {
  const at = Math.min(...aboard.map((asked) => asked.at));
  const [row] = await queryPrepared<{ counts: Row }>(
    "check-counts",
    "select check_counts($1, $2, $3, $4) as counts",
    [
      merchantId,
      unionOf(aboard.map(({ calendar }) => calendar)),
      unionOf(aboard.map(({ rolling }) => rolling)),
      new Date(at),
    ],
    { deadlineAt: latestDeadline(aboard), mode },
  );
  if (!row) throw new Error("check_counts answered nothing.");
  const counts = { stamp: row.counts.stamp, counters: countersOf(row.counts) };
  return aboard.map(() => counts);
}

/** What these limits count now; those who ask of one merchant at about the same moment share the answer. */
export const readCounts = flightsPerMode(read, { flights: 2, aboard: 200 });

/** What is used of a rolling limit, charge by charge. */
type RollingEntries = NonNullable<LimitState["entries"]>;

/** What is used of rolling limits, each charge by itself: when it leaves tells how long to wait. */
export async function readRollingEntries(
  merchantId: string,
  limitIds: readonly string[],
  moment: { at: Instant; mode: Mode; deadlineAt?: number },
): Promise<ReadonlyMap<string, RollingEntries>> {
  const [row] = await queryPrepared<{ entries: Record<string, RollingEntries> }>(
    "rolling-entries",
    "select rolling_entries($1, $2, $3) as entries",
    [merchantId, limitIds, new Date(moment.at)],
    moment,
  );
  return new Map(Object.entries(row?.entries ?? {}));
}

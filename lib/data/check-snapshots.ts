import "server-only";
import type { Instant } from "@/lib/domain/instant";
import type { CheckSnapshot, TerminalState } from "@/lib/domain/limit-check/snapshot";
import type { LimitState } from "@/lib/domain/limits/limit";
import { queryPrepared } from "@/lib/data/pool";
import { latestDeadline, sharedFlights } from "@/lib/data/shared-flights";

/** The moment asked about and the present; where they are one, those who ask together share the earliest. */
export type SnapshotMoment = { at: Instant; now: Instant; deadlineAt?: number };

/** A snapshot with the stamp of the settings it was read at; equal stamps, equal settings. */
export type StampedSnapshot = CheckSnapshot & { stamp: string };

/** What is used of a rolling limit, charge by charge. */
type RollingEntries = NonNullable<LimitState["entries"]>;

type Asked = SnapshotMoment & { terminalId: string };

async function readSnapshots(
  merchantId: string,
  aboard: readonly Asked[],
): Promise<StampedSnapshot[]> {
  const distinct = new Map<string, Asked>();
  const names = aboard.map((asked) => {
    const name = asked.at === asked.now ? asked.terminalId : `${asked.terminalId} ${asked.at}`;
    if (!distinct.has(name)) distinct.set(name, asked);
    return name;
  });
  const asked = [...distinct.values()];
  const [row] = await queryPrepared<{ snapshots: StampedSnapshot[] }>(
    "check-snapshots",
    "select check_snapshots($1, $2, $3, $4) as snapshots",
    [
      merchantId,
      asked.map(({ terminalId }) => terminalId),
      asked.map(({ at }) => new Date(at)),
      asked.map(({ now }) => new Date(now)),
    ],
    latestDeadline(aboard),
  );
  const places = new Map([...distinct.keys()].map((name, place) => [name, place]));
  return names.flatMap((name) => row?.snapshots[places.get(name)!] ?? []);
}

const share = sharedFlights(readSnapshots, { flights: 2, aboard: 200 });

/**
 * Everything a check of this terminal reads, as it stands after this call. Who asks while a query of the
 * same merchant is under way shares the next one.
 */
export function readCheckSnapshot(
  merchantId: string,
  terminalId: string,
  moment: SnapshotMoment,
): Promise<StampedSnapshot> {
  return share(merchantId, { ...moment, terminalId });
}

/** Other terminals that might take the charge, each as the snapshot a check of it would read. */
export async function readCheckCandidates(
  merchantId: string,
  snapshot: CheckSnapshot,
  moment: SnapshotMoment & { terminalId: string },
): Promise<CheckSnapshot[]> {
  type Candidate = { terminal: TerminalState; limits: LimitState[] };
  const [row] = await queryPrepared<{ candidates: Candidate[] }>(
    "check-candidates",
    "select check_candidates($1, $2, $3, $4) as candidates",
    [merchantId, moment.terminalId, new Date(moment.at), new Date(moment.now)],
    moment.deadlineAt,
  );
  return (row?.candidates ?? []).map((candidate) => ({ ...snapshot, ...candidate }));
}

/** What is used of rolling limits, each charge by itself: when it leaves tells how long to wait. */
export async function readRollingEntries(
  merchantId: string,
  limitIds: readonly string[],
  moment: { at: Instant; deadlineAt?: number },
): Promise<ReadonlyMap<string, RollingEntries>> {
  const [row] = await queryPrepared<{ entries: Record<string, RollingEntries> }>(
    "rolling-entries",
    "select rolling_entries($1, $2, $3) as entries",
    [merchantId, limitIds, new Date(moment.at)],
    moment.deadlineAt,
  );
  return new Map(Object.entries(row?.entries ?? {}));
}

import "server-only";
import type { Instant } from "@/lib/domain/instant";
import type { Mode } from "@/lib/domain/mode";
import type { CheckSnapshot, TerminalState } from "@/lib/domain/limit-check/snapshot";
import type { CounterState, LimitState } from "@/lib/domain/limits/limit";
import { type Counts, readCounts } from "@/lib/data/check-counts";
import { queryPrepared } from "@/lib/data/pool";
import { flightsPerMode, latestDeadline } from "@/lib/data/shared-flights";

/** The moment asked about and the present; where they are one, those who ask together share the earliest. */
export type SnapshotMoment = { at: Instant; now: Instant; mode: Mode; deadlineAt?: number };

/**
 * A snapshot with the stamp of the settings it was read at. Equal stamps, equal settings, until the next
 * version of a limit starts or ends at `settledUntil`.
 */
export type StampedSnapshot = CheckSnapshot & { stamp: string; settledUntil: Instant | null };

type Asked = SnapshotMoment & { terminalId: string };

async function readSnapshots(
  mode: Mode,
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
    { deadlineAt: latestDeadline(aboard), mode },
  );
  const places = new Map([...distinct.keys()].map((name, place) => [name, place]));
  return names.flatMap((name) => row?.snapshots[places.get(name)!] ?? []);
}

const shareSnapshots = flightsPerMode(readSnapshots, { flights: 2, aboard: 200 });

/** Settings known at some moment, their counters left out. */
type Known = {
  snapshot: StampedSnapshot;
  calendar: readonly string[];
  rolling: readonly string[];
  from: Instant;
  until: Instant;
};

const KNOWN_MS = 60_000;
const MOST_KNOWN = 20_000;
const NOTHING: readonly CounterState[] = [];
const known = new Map<string, Known>();

const nameOf = (mode: Mode, merchantId: string, terminalId: string) =>
  `${mode} ${merchantId} ${terminalId}`;

function withoutCounts(snapshot: StampedSnapshot): StampedSnapshot {
  const limits = snapshot.limits.map((limit) => ({ ...limit, counters: NOTHING }));
  return { ...snapshot, limits };
}

function remember(name: string, snapshot: StampedSnapshot, now: Instant): void {
  const { merchant, terminal, settledUntil } = snapshot;
  if (merchant === null || terminal === null || terminal === "other_merchant") return;
  if (known.size >= MOST_KNOWN) known.clear();
  const counting = snapshot.limits.filter(({ window }) => window !== "per_transaction");
  const idsOf = (isRolling: boolean) =>
    counting.flatMap((limit) => ((limit.window === "rolling") === isRolling ? limit.limitId : []));
  known.set(name, {
    snapshot: withoutCounts(snapshot),
    ...{ calendar: idsOf(false), rolling: idsOf(true) },
    ...{ from: now, until: Math.min(now + KNOWN_MS, settledUntil ?? Infinity) },
  });
}

function withCounts(snapshot: StampedSnapshot, { counters }: Counts): StampedSnapshot {
  const limits = snapshot.limits.map((limit) => {
    const found = counters.get(limit.limitId);
    return found ? { ...limit, counters: found } : limit;
  });
  return { ...snapshot, limits };
}

function knownAt(name: string, { at, now }: SnapshotMoment): Known | undefined {
  const settings = at === now ? known.get(name) : undefined;
  return settings && now >= settings.from && now < settings.until ? settings : undefined;
}

async function readAnew(merchantId: string, name: string, asked: Asked): Promise<StampedSnapshot> {
  const snapshot = await shareSnapshots[asked.mode](merchantId, asked);
  if (asked.at === asked.now) remember(name, snapshot, asked.now);
  return snapshot;
}

/**
 * Everything a check of this terminal reads, as it stands after this call, in one round trip: settings
 * already known are believed while their stamp is the present one, and only what is counted is read. Who
 * asks while a query of the same merchant is under way shares the next one.
 */
export async function readCheckSnapshot(
  merchantId: string,
  terminalId: string,
  moment: SnapshotMoment,
): Promise<StampedSnapshot> {
  const { at, deadlineAt, mode } = moment;
  const asked = { ...moment, terminalId };
  const name = nameOf(moment.mode, merchantId, terminalId);
  const settings = knownAt(name, moment);
  if (!settings) return readAnew(merchantId, name, asked);
  const { calendar, rolling, snapshot } = settings;
  const counts = await readCounts[mode](merchantId, { calendar, rolling, at, deadlineAt });
  if (counts.stamp === snapshot.stamp) return withCounts(snapshot, counts);
  known.delete(name);
  return readAnew(merchantId, name, asked);
}

/**
 * What a check of this terminal reads but the counters, for whoever lets the database compare the stamp
 * before acting on it; `isAnew` after a stamp that was another one.
 */
export async function readCheckSettings(
  merchantId: string,
  terminalId: string,
  { isAnew, ...moment }: SnapshotMoment & { isAnew: boolean },
): Promise<StampedSnapshot> {
  const name = nameOf(moment.mode, merchantId, terminalId);
  const settings = isAnew ? undefined : knownAt(name, moment);
  if (settings) return settings.snapshot;
  return withoutCounts(await readAnew(merchantId, name, { ...moment, terminalId }));
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
    moment,
  );
  return (row?.candidates ?? []).map((candidate) => ({ ...snapshot, ...candidate }));
}

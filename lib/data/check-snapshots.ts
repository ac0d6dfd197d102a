import "server-only";
import type { Instant } from "@/lib/domain/instant";
import type { CheckSnapshot, TerminalState } from "@/lib/domain/limit-check/snapshot";
import type { LimitState } from "@/lib/domain/limits/limit";
import { queryPrepared } from "@/lib/data/pool";

/** One snapshot asked for; those who ask of the same terminal at about the same moment share it. */
type Asked = {
  terminalId: string;
  at: Instant;
  deadlineAt: number | undefined;
  waiting: { resolve: (snapshot: CheckSnapshot) => void; reject: (error: unknown) => void }[];
};

/** What is asked of one merchant: what is to be sent next, by what makes it the same. */
type Lane = { next: Map<string, Asked>; flights: number; isScheduled: boolean };

const MOST_FLIGHTS = 2;
const MOST_ABOARD = 50;

const lanes = new Map<string, Lane>();

async function fly(merchantId: string, aboard: readonly Asked[]): Promise<void> {
  const terminals = aboard.map((asked) => asked.terminalId);
  const moments = aboard.map((asked) => new Date(asked.at));
  const deadlines = aboard.flatMap((asked) => asked.deadlineAt ?? []);
  const deadlineAt = deadlines.length > 0 ? Math.max(...deadlines) : undefined;
  try {
    const [row] = await queryPrepared<{ snapshots: CheckSnapshot[] }>(
      "check-snapshots",
      "select check_snapshots($1, $2, $3) as snapshots",
      [merchantId, terminals, moments],
      deadlineAt,
    );
    aboard.forEach((asked, i) => {
      const snapshot = row?.snapshots[i];
      for (const { resolve, reject } of asked.waiting) {
        if (snapshot) resolve(snapshot);
        else reject(new Error("check_snapshots answered too few."));
      }
    });
  } catch (error) {
    for (const asked of aboard) for (const { reject } of asked.waiting) reject(error);
  }
}

/** Sends what has gathered while a flight is free; without anything to send the lane is forgotten. */
function depart(merchantId: string, lane: Lane): void {
  lane.isScheduled = false;
  while (lane.flights < MOST_FLIGHTS && lane.next.size > 0) {
    const aboard = [...lane.next].slice(0, MOST_ABOARD);
    for (const [name] of aboard) lane.next.delete(name);
    lane.flights++;
    void fly(
      merchantId,
      aboard.map(([, asked]) => asked),
    ).finally(() => {
      lane.flights--;
      depart(merchantId, lane);
    });
  }
  if (lane.flights === 0 && lane.next.size === 0) lanes.delete(merchantId);
}

function laneOf(merchantId: string): Lane {
  let lane = lanes.get(merchantId);
  if (!lane) {
    lane = { next: new Map(), flights: 0, isScheduled: false };
    lanes.set(merchantId, lane);
  }
  return lane;
}

/**
 * Everything a check of this terminal reads, as it stands after this call. Who asks while a query of the
 * same merchant is under way shares the next one; nobody waits while none is. `isNow`: the moment is the
 * present, so that those who ask together may share one snapshot of the earliest of their moments.
 */
export function readCheckSnapshot(
  merchantId: string,
  terminalId: string,
  moment: { at: Instant; isNow: boolean; deadlineAt: number | undefined },
): Promise<CheckSnapshot> {
  const { at, isNow, deadlineAt } = moment;
  const lane = laneOf(merchantId);
  const name = isNow ? terminalId : `${terminalId} ${at}`;
  return new Promise((resolve, reject) => {
    const asked = lane.next.get(name);
    if (asked) asked.waiting.push({ resolve, reject });
    else lane.next.set(name, { terminalId, at, deadlineAt, waiting: [{ resolve, reject }] });
    if (lane.isScheduled || lane.flights >= MOST_FLIGHTS) return;
    lane.isScheduled = true;
    setImmediate(depart, merchantId, lane);
  });
}

/** Other terminals that might take the charge, each as the snapshot a check of it would read. */
export async function readCheckCandidates(
  merchantId: string,
  snapshot: CheckSnapshot,
  moment: { terminalId: string; at: Instant; deadlineAt: number | undefined },
): Promise<CheckSnapshot[]> {
  type Candidate = { terminal: TerminalState; limits: LimitState[] };
  const [row] = await queryPrepared<{ candidates: Candidate[] }>(
    "check-candidates",
    "select check_candidates($1, $2, $3) as candidates",
    [merchantId, moment.terminalId, new Date(moment.at)],
    moment.deadlineAt,
  );
  return (row?.candidates ?? []).map((candidate) => ({ ...snapshot, ...candidate }));
}

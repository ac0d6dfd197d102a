import type { Instant } from "@/lib/domain/instant";
import type { Suggestion } from "@/lib/domain/limit-check/check-result";
import { evaluateReasons, isDeclined } from "@/lib/domain/limit-check/evaluate-reasons";
import type { Reason, ReasonSubject } from "@/lib/domain/limit-check/reason";
import { rollingOutlook } from "@/lib/domain/limit-check/rolling-outlook";
import type { CheckSnapshot, Proposal, TerminalState } from "@/lib/domain/limit-check/snapshot";
import {
  type ActiveHours,
  activeHoursTurns,
  hasActiveHours,
  type HoursTurn,
} from "@/lib/domain/limits/active-hours";
import { hoursOfTrading } from "@/lib/domain/trading-hours";
import { DAY_MS, type OffsetSpan, offsetSpans } from "@/lib/domain/zoned-time";

/** How far ahead a check looks, and may be asked about. */
export const LOOK_AHEAD_MS = 31 * DAY_MS;

/** What a reason that goes away by itself is about; others stay or come back whatever the clock says. */
const PASSING: readonly ReasonSubject["kind"][] = ["limit", "hours", "maintenance", "currency"];

function mayPass({ severity, about }: Reason): boolean {
  return severity !== "block" || PASSING.includes(about.kind);
}

type TurnsOf = (hours: ActiveHours) => readonly HoursTurn[];

function turnsAhead(from: Instant, until: Instant, timeZone: string): TurnsOf {
  let spans: OffsetSpan[] | null = null;
  return (hours) => activeHoursTurns(hours, (spans ??= offsetSpans(from, until, timeZone)));
}

/** The moments at which a limit, what its windows count, or maintenance gives way. */
function turningPoints({ limits, maintenance }: CheckSnapshot, turnsOf: TurnsOf): Instant[] {
  const points = maintenance.map(({ endsAt }) => endsAt);
  for (const { window, counters, versions, filters } of limits) {
    if (window !== "rolling") points.push(...counters.map(({ windowEnd }) => windowEnd));
    for (const { startsAt, endsAt } of versions) {
      if (startsAt !== null) points.push(startsAt);
      if (endsAt !== null) points.push(endsAt);
    }
    if (!hasActiveHours(filters)) continue;
    for (const { at, isActive } of turnsOf(filters)) if (!isActive) points.push(at);
  }
  return points;
}

/** Between turning points only the trading hours change: each is tried, and the next opening after it. */
function withOpenings(
  moments: readonly Instant[],
  { tradingHours }: TerminalState,
  turnsOf: TurnsOf,
): readonly Instant[] {
  if (tradingHours === null) return moments;
  const openings = turnsOf(hoursOfTrading(tradingHours)).filter(({ isActive }) => isActive);
  return moments.flatMap((moment) => {
    const opening = openings.find(({ at }) => at > moment);
    return opening === undefined ? [moment] : [moment, opening.at];
  });
}

/**
 * The earliest moment after `at`, not in the past and at most 31 days from now, at which the charge passes
 * with nothing charged meanwhile. What is counted now stays within its own window, or leaves a rolling one
 * as it grows old; what is reserved stays.
 */
export function suggestWaiting(
  reasons: readonly Reason[],
  [snapshot, proposal, at]: readonly [CheckSnapshot, Proposal, Instant],
  evaluatedAt: Instant,
): readonly Suggestion[] {
  const { merchant, terminal } = snapshot;
  if (merchant === null || terminal === null || terminal === "other_merchant") return [];
  if (!reasons.every(mayPass)) return [];
  const from = Math.max(at, evaluatedAt);
  const until = evaluatedAt + LOOK_AHEAD_MS;
  const turnsOf = turnsAhead(from, until, merchant.timeZone);
  const { snapshotAt, freedAt } = rollingOutlook(snapshot, proposal, { at, from });
  const later = [...turningPoints(snapshot, turnsOf), ...freedAt].filter(
    (moment) => moment > from && moment <= until,
  );
  const moments = withOpenings([from, ...new Set(later)], terminal, turnsOf)
    .filter((moment) => moment > at && moment <= until)
    .toSorted((one, other) => one - other);
  const passing = moments.find(
    (moment) => !isDeclined(evaluateReasons(snapshotAt(moment), proposal, moment)),
  );
  return passing === undefined ? [] : [{ kind: "wait_until", at: passing }];
}

import type { Instant } from "@/lib/domain/instant";
import type { Suggestion } from "@/lib/domain/limit-check/check-result";
import { evaluateReasons, isDeclined } from "@/lib/domain/limit-check/evaluate-reasons";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";
import { nextOpening } from "@/lib/domain/trading-hours";
import { DAY_MS } from "@/lib/domain/zoned-time";

/** How far ahead a check looks, and may be asked about. */
export const LOOK_AHEAD_MS = 31 * DAY_MS;

/** The moments at which limits, counters or maintenance change. */
function turningPoints({ limits, maintenance }: CheckSnapshot): Instant[] {
  return [
    ...limits.flatMap(({ counters }) => counters.map(({ windowEnd }) => windowEnd)),
    ...limits.flatMap(({ versions }) =>
      versions.flatMap((v) => [v.startsAt ?? [], v.endsAt ?? []].flat()),
    ),
    ...maintenance.map(({ endsAt }) => endsAt),
  ];
}

/** Between turning points only the opening hours change: each is tried, and the next opening after it. */
function withOpenings(moments: readonly Instant[], { merchant, terminal }: CheckSnapshot) {
  if (merchant === null || terminal === null || terminal === "other_merchant") return moments;
  const { tradingHours } = terminal;
  if (tradingHours === null) return moments;
  return moments.flatMap((at) => [at, nextOpening(tradingHours, at, merchant.timeZone)]);
}

/**
 * The earliest moment after `at`, not in the past and at most 31 days from now, at which the charge passes
 * with nothing charged meanwhile. What is counted or reserved now stays within its own window.
 */
export function suggestWaiting(
  snapshot: CheckSnapshot,
  proposal: Proposal,
  at: Instant,
  evaluatedAt: Instant,
): readonly Suggestion[] {
  const from = Math.max(at, evaluatedAt);
  const later = turningPoints(snapshot).filter((moment) => moment > from);
  const moments = withOpenings([from, ...later], snapshot)
    .filter((moment) => moment > at && moment <= evaluatedAt + LOOK_AHEAD_MS)
    .toSorted((one, other) => one - other);
  const passing = moments.find(
    (moment) => !isDeclined(evaluateReasons(snapshot, proposal, moment)),
  );
  return passing === undefined ? [] : [{ kind: "wait_until", at: passing }];
}

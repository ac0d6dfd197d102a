import type { Instant } from "@/lib/domain/instant";
import { exceededMaximum } from "@/lib/domain/limit-check/binding-limits";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";
import type { CounterState, LimitState, LimitVersion } from "@/lib/domain/limits/limit";
import {
  freedMoments,
  ledgerOf,
  type RollingLedger,
  type RollingUse,
  usedAt,
} from "@/lib/domain/limits/rolling-use";
import { MAX_AMOUNT_MINOR } from "@/lib/domain/money";

/** What checks will find with nothing charged meanwhile, and when rolling limits let the charge pass again. */
export type RollingOutlook = {
  snapshotAt: (moment: Instant) => CheckSnapshot;
  freedAt: readonly Instant[];
};

const USED_UP: RollingUse = { usedAmountMinor: MAX_AMOUNT_MINOR, usedCount: MAX_AMOUNT_MINOR };
const NOTHING: CounterState = {
  ...{ windowStart: 0, windowEnd: 0, usedAmountMinor: 0, usedCount: 0 },
  ...{ reservedAmountMinor: 0, reservedCount: 0 },
};

function withUse(limit: LimitState, use: RollingUse): LimitState {
  const [counter = NOTHING] = limit.counters;
  return { ...limit, counters: [{ ...counter, ...use }] };
}

function freedOf(
  limit: LimitState,
  ledger: RollingLedger,
  proposal: Proposal,
  after: Instant,
): Instant[] {
  const [counter = NOTHING] = limit.counters;
  const fitsUnder = (version: LimitVersion) => (use: RollingUse) => {
    const binding = { limit, version, counter: { ...counter, ...use } };
    const exceeds = (measure: "amount" | "count") =>
      exceededMaximum(binding, measure, proposal) !== null;
    return !exceeds("amount") && !exceeds("count");
  };
  return limit.versions.flatMap((version) => freedMoments(ledger, after, fitsUnder(version)));
}

/**
 * How rolling limits stand from a moment on: what is used leaves as it grows old, what is reserved stays.
 * Without its entries what a limit holds stays as well; and when the check is about an earlier moment it
 * counts as used up, for nothing is known of what came since.
 */
export function rollingOutlook(
  snapshot: CheckSnapshot,
  proposal: Proposal,
  { at, from }: { at: Instant; from: Instant },
): RollingOutlook {
  const ledgers = new Map<LimitState, RollingLedger | null>();
  for (const limit of snapshot.limits) {
    if (limit.window === "rolling" && limit.currency === proposal.currency)
      ledgers.set(limit, ledgerOf(limit));
  }
  if (ledgers.size === 0) return { snapshotAt: () => snapshot, freedAt: [] };
  const later = (limit: LimitState, moment: Instant): LimitState => {
    const ledger = ledgers.get(limit);
    if (ledger) return withUse(limit, usedAt(ledger, moment));
    return ledger === null && from > at ? withUse(limit, USED_UP) : limit;
  };
  return {
    snapshotAt: (moment) => ({
      ...snapshot,
      limits: snapshot.limits.map((limit) => later(limit, moment)),
    }),
    freedAt: [...ledgers].flatMap(([limit, ledger]) =>
      ledger === null ? [] : freedOf(limit, ledger, proposal, from),
    ),
  };
}

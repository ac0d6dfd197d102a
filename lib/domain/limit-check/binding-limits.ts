import type { Instant } from "@/lib/domain/instant";
import type { AssumedAttribute } from "@/lib/domain/limit-check/reason";
import type { Attributes, CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";
import { isWithinActiveHours } from "@/lib/domain/limits/active-hours";
import { counterOf, remainingOf } from "@/lib/domain/limits/counting";
import type {
  CounterState,
  LimitFilters,
  LimitState,
  LimitVersion,
} from "@/lib/domain/limits/limit";
import { versionInForce } from "@/lib/domain/limits/version-in-force";

export type Measure = "amount" | "count";

/** A limit that binds a charge at a moment, with the version and the counter of that moment. */
export type BindingLimit = {
  limit: LimitState;
  version: LimitVersion;
  counter: CounterState | null;
};

/** An empty filter takes every value, and a value that was not given passes every filter. */
function admits<T>(filter: readonly T[], value: T | undefined): boolean {
  return filter.length === 0 || value === undefined || filter.includes(value);
}

function matches(filters: LimitFilters, proposal: Attributes): boolean {
  return (
    admits(filters.entryModes, proposal.entryMode) &&
    admits(filters.fundingSources, proposal.fundingSource) &&
    admits(filters.cardOrigins, proposal.cardOrigin)
  );
}

/**
 * The limits that count a charge at a moment, in force or not: in its currency, whose filters it passes
 * and within whose hours, by the merchant's clocks, the moment falls.
 */
export function countingLimits(
  { limits, merchant, acquirer }: CheckSnapshot,
  charge: Attributes,
  at: Instant,
): readonly LimitState[] {
  const timeZone = merchant?.timeZone ?? acquirer.timeZone;
  const counting: LimitState[] = [];
  for (const limit of limits) {
    if (limit.currency !== charge.currency || !matches(limit.filters, charge)) continue;
    if (isWithinActiveHours(limit.filters, at, timeZone)) counting.push(limit);
  }
  return counting;
}

/** Those of them that are in force. */
export function bindingLimits(
  snapshot: CheckSnapshot,
  charge: Attributes,
  at: Instant,
): readonly BindingLimit[] {
  const binding: BindingLimit[] = [];
  for (const limit of countingLimits(snapshot, charge, at)) {
    const version = versionInForce(limit.versions, at);
    if (version !== null) binding.push({ limit, version, counter: counterOf(limit, at) });
  }
  return binding;
}

/** The attributes a limit filters by that the charge does not tell. */
export function assumedAttributes(filters: LimitFilters, proposal: Proposal): AssumedAttribute[] {
  const assumed: AssumedAttribute[] = [];
  if (filters.entryModes.length > 0 && proposal.entryMode === undefined) assumed.push("entry_mode");
  if (filters.fundingSources.length > 0 && proposal.fundingSource === undefined)
    assumed.push("funding_source");
  if (filters.cardOrigins.length > 0 && proposal.cardOrigin === undefined)
    assumed.push("card_origin");
  return assumed;
}

/** An amount limit sets a maximum, or says by setting neither maximum that there is none. */
export function limitsAmounts(version: LimitVersion): boolean {
  return version.maxAmountMinor !== null || version.maxCount === null;
}

/** What is used and reserved of a limit, in minor units or charges. */
export function countedOf(
  { counter }: BindingLimit,
  measure: Measure,
): readonly [used: number, reserved: number] {
  if (counter === null) return [0, 0];
  return measure === "amount"
    ? [counter.usedAmountMinor, counter.reservedAmountMinor]
    : [counter.usedCount, counter.reservedCount];
}

/** The maximum a limit sets, null for none; a limit on a single charge counts no charges. */
export function maximumOf({ limit, version }: BindingLimit, measure: Measure): number | null {
  if (measure === "amount") return version.maxAmountMinor;
  return limit.window === "per_transaction" ? null : version.maxCount;
}

/** What may still be charged under a limit, null when it sets no maximum. */
export function remainingUnder(binding: BindingLimit, measure: Measure): number | null {
  const maximum = maximumOf(binding, measure);
  return maximum === null ? null : remainingOf(maximum, ...countedOf(binding, measure));
}

/** The least a single charge may be under a limit; only a limit on single charges sets one. */
export function minimumOf({ limit, version }: BindingLimit): number | null {
  return limit.window === "per_transaction" ? version.minAmountMinor : null;
}

/** What one more charge of an amount takes of a limit. */
export function takenBy(proposal: Proposal, measure: Measure): number {
  return measure === "amount" ? proposal.amountMinor : 1;
}

/** The maximum a charge exceeds by taking more than is left; null when it passes, as exactly what is left does. */
export function exceededMaximum(
  binding: BindingLimit,
  measure: Measure,
  proposal: Proposal,
): number | null {
  const maximum = maximumOf(binding, measure);
  if (maximum === null) return null;
  const remaining = remainingOf(maximum, ...countedOf(binding, measure));
  return takenBy(proposal, measure) > remaining ? maximum : null;
}

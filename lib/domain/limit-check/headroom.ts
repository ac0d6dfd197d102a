import type { Instant } from "@/lib/domain/instant";
import {
  type BindingLimit,
  bindingLimits,
  minimumOf,
  remainingUnder,
} from "@/lib/domain/limit-check/binding-limits";
import type { Headroom } from "@/lib/domain/limit-check/check-result";
import { evaluateReasons } from "@/lib/domain/limit-check/evaluate-reasons";
import type { Reason } from "@/lib/domain/limit-check/reason";
import type { Attributes, CheckSnapshot } from "@/lib/domain/limit-check/snapshot";
import { resetsAt } from "@/lib/domain/limits/counting";

/** The most a limit lets one charge be: what is left, nothing when its count is used up; null for any. */
function mostUnder(binding: BindingLimit): number | null {
  return remainingUnder(binding, "count") === 0 ? 0 : remainingUnder(binding, "amount");
}

function smallest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** When the limits that decide all give way: the last of their resets, null when one never resets. */
function lastReset(
  deciding: readonly BindingLimit[],
  snapshot: CheckSnapshot,
  at: Instant,
): Instant | null {
  let last: Instant | null = null;
  for (const { limit, counter } of deciding) {
    const reset = resetsAt(limit.window, counter, at, snapshot.acquirer);
    if (reset === null) return null;
    if (last === null || reset > last) last = reset;
  }
  return last;
}

function blocksEveryAmount({ severity, about }: Reason): boolean {
  return severity === "block" && about.kind !== "limit";
}

/** Headroom of a charge whose reasons are known; only those that block whatever the amount matter. */
export function headroomAmong(
  reasons: readonly Reason[],
  snapshot: CheckSnapshot,
  attributes: Attributes,
  at: Instant,
): Headroom {
  const limits = bindingLimits(snapshot, attributes, at);
  const count = smallest(limits.map((binding) => remainingUnder(binding, "count")));
  if (reasons.some(blocksEveryAmount)) return { amountMinor: 0, count, resetsAt: null };
  const most = smallest(limits.map(mostUnder));
  if (most === null) return { amountMinor: null, count, resetsAt: null };
  const deciding = limits.filter((binding) => mostUnder(binding) === most);
  const isTooLittle = limits.some((binding) => (minimumOf(binding) ?? 0) > most);
  return {
    amountMinor: isTooLittle ? 0 : most,
    count,
    resetsAt: lastReset(deciding, snapshot, at),
  };
}

/**
 * The largest single charge with these attributes that would not be declined at a moment: null for any, 0
 * when something other than a maximum blocks, a count is used up, or a minimum is above what is left.
 */
export function headroomAt(snapshot: CheckSnapshot, attributes: Attributes, at: Instant): Headroom {
  const reasons = evaluateReasons(snapshot, { ...attributes, amountMinor: 1 }, at);
  return headroomAmong(reasons, snapshot, attributes, at);
}

import type { Instant } from "@/lib/domain/instant";
import { baseInForce, type LimitChange } from "@/lib/domain/limits/limit-change";
import type { LimitValues, LimitVersion, Window } from "@/lib/domain/limits/limit";
import { versionInForce } from "@/lib/domain/limits/version-in-force";
import { type AskedField, type Grant, withAsked } from "@/lib/domain/limit-requests/grant";

const NO_VALUES: LimitValues = { maxAmountMinor: null, maxCount: null, minAmountMinor: null };

/** What the limit allows at a moment; nothing set where no version binds. */
export function valuesInForce(versions: readonly LimitVersion[], at: Instant): LimitValues {
  return boundsOf(versionInForce(versions, at));
}

function boundsOf(version: LimitVersion | null): LimitValues {
  if (version === null) return NO_VALUES;
  const { maxAmountMinor, maxCount, minAmountMinor } = version;
  return { maxAmountMinor, maxCount, minAmountMinor };
}

/** What a grant changes: a lasting one the base, so that a raise in between never becomes lasting. */
function replacedVersion(versions: readonly LimitVersion[], at: Instant, isLasting: boolean) {
  const inForce = versionInForce(versions, at);
  return isLasting ? (baseInForce(versions, at) ?? inForce) : inForce;
}

/** A grant as a change of the limit, beginning at its start or now if that has passed. */
export function proposedChange(
  versions: readonly LimitVersion[],
  grant: Grant,
  asked: readonly AskedField[],
  { now, warnPercent }: { now: Instant; warnPercent: number },
): LimitChange {
  const startsAt = Math.max(now, grant.startsAt ?? now);
  const replaced = replacedVersion(versions, startsAt, grant.endsAt === null);
  return {
    values: withAsked(boundsOf(replaced), grant.values, asked),
    warnPercent: replaced?.warnPercent ?? warnPercent,
    startsAt,
    endsAt: grant.endsAt,
  };
}

const FIELDS_OF: Record<Window, readonly AskedField[]> = {
  per_transaction: ["max_amount", "min_amount"],
  daily: ["max_amount", "max_count"],
  weekly: ["max_amount", "max_count"],
  monthly: ["max_amount", "max_count"],
  rolling: ["max_amount", "max_count"],
};

/** Whether a limit of this window has the field: counts only over time, a minimum only per charge. */
export function hasField(window: Window, field: AskedField): boolean {
  return FIELDS_OF[window].includes(field);
}

/** A minimum above the maximum would let nothing pass. */
export function isContradictory({ minAmountMinor, maxAmountMinor }: LimitValues): boolean {
  return minAmountMinor !== null && maxAmountMinor !== null && minAmountMinor > maxAmountMinor;
}

import type { Instant } from "@/lib/domain/instant";
import { isAsStrict } from "@/lib/domain/limits/limit-change";
import type { LimitValues } from "@/lib/domain/limits/limit";

/** The values of a limit a request may ask to change. */
export const ASKED_FIELDS = ["max_amount", "max_count", "min_amount"] as const;
export type AskedField = (typeof ASKED_FIELDS)[number];

export const BOUND_OF = {
  max_amount: "maxAmountMinor",
  max_count: "maxCount",
  min_amount: "minAmountMinor",
} as const satisfies Record<AskedField, keyof LimitValues>;

/** Values with a period: what is asked for, or granted. A start of null is the moment of the decision. */
export type Grant = { values: LimitValues; startsAt: Instant | null; endsAt: Instant | null };

/** `current` with the asked fields of `values`; fields not asked stay as they are. */
export function withAsked(
  current: LimitValues,
  values: LimitValues,
  asked: readonly AskedField[],
): LimitValues {
  const changed = { ...current };
  for (const field of asked) changed[BOUND_OF[field]] = values[BOUND_OF[field]];
  return changed;
}

/** Whether two grants change the asked fields alike, from and until the same moments. */
export function isSameGrant(one: Grant, other: Grant, asked: readonly AskedField[]): boolean {
  return (
    one.startsAt === other.startsAt &&
    one.endsAt === other.endsAt &&
    asked.every((field) => one.values[BOUND_OF[field]] === other.values[BOUND_OF[field]])
  );
}

export type GrantFault =
  | { field: AskedField; code: "looser_than_requested" }
  | { field: "ends_at" | "starts_at"; code: "outside_requested_period" }
  | { field: "ends_at"; code: "already_over" };

const NO_LIMITS: LimitValues = { maxAmountMinor: null, maxCount: null, minAmountMinor: null };

/** The values with nothing limited but this field. */
export const onlyField = (values: LimitValues, field: AskedField): LimitValues =>
  withAsked(NO_LIMITS, values, [field]);

/**
 * Why a grant may not be given: no asked field may be looser than asked, it lies within the period
 * asked for, and it is not over by the time it begins.
 */
export function grantFault(
  grant: Grant,
  requested: Grant,
  asked: readonly AskedField[],
  now: Instant,
): GrantFault | null {
  const looser = asked.find(
    (field) => !isAsStrict(onlyField(grant.values, field), onlyField(requested.values, field)),
  );
  if (looser) return { field: looser, code: "looser_than_requested" };
  const startsAt = Math.max(now, grant.startsAt ?? now);
  if (startsAt < (requested.startsAt ?? now)) {
    return { field: "starts_at", code: "outside_requested_period" };
  }
  const endsAt = grant.endsAt ?? Infinity;
  if (endsAt > (requested.endsAt ?? Infinity)) {
    return { field: "ends_at", code: "outside_requested_period" };
  }
  return endsAt <= startsAt ? { field: "ends_at", code: "already_over" } : null;
}

/** Whether a grant gives all that was asked: the same values over the whole period. */
export function isFullGrant(grant: Grant, requested: Grant, asked: readonly AskedField[]): boolean {
  return isSameGrant(grant, requested, asked);
}

import type { Instant } from "@/lib/domain/instant";
import { baseInForce } from "@/lib/domain/limits/limit-change";
import type { LimitValues, LimitVersion } from "@/lib/domain/limits/limit";
import { versionInForce } from "@/lib/domain/limits/version-in-force";

type Period = { startsAt: Instant | null; endsAt: Instant | null };

/** How a limit stood when somebody looked at what a request would do, when, and how many would have to approve. */
export type SeenLimit = {
  at: Instant;
  version: number;
  values: LimitValues;
  approvals: 0 | 1 | 2;
};

/** The values a change of this period takes the place of: for good those that last; null where none stand. */
export function valuesReplaced(
  versions: readonly LimitVersion[],
  { startsAt, endsAt }: Period,
  now: Instant,
): LimitValues | null {
  const at = Math.max(now, startsAt ?? now);
  const version = endsAt === null ? baseInForce(versions, at) : versionInForce(versions, at);
  if (version === null) return null;
  const { maxAmountMinor, maxCount, minAmountMinor } = version;
  return { maxAmountMinor, maxCount, minAmountMinor };
}

/** Whether a limit stands as it was seen: no other version since, and the same values to be replaced. */
export function isAsSeen(
  limit: { version: number; versions: readonly LimitVersion[] },
  seen: SeenLimit,
  period: Period,
  now: Instant,
): boolean {
  const values = valuesReplaced(limit.versions, period, now);
  return (
    limit.version === seen.version &&
    values !== null &&
    values.maxAmountMinor === seen.values.maxAmountMinor &&
    values.maxCount === seen.values.maxCount &&
    values.minAmountMinor === seen.values.minAmountMinor
  );
}

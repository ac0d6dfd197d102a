import type { Instant } from "@/lib/domain/instant";
import { changeLimit, isAsStrict, type LimitChange } from "@/lib/domain/limits/limit-change";
import type { LimitValues, LimitVersion } from "@/lib/domain/limits/limit";
import { versionInForce } from "@/lib/domain/limits/version-in-force";

const BOUNDS = ["maxAmountMinor", "maxCount", "minAmountMinor"] as const;

/** The moments from `now` on at which anything can differ: where a version or the change turns. */
function turningPoints(
  versions: readonly LimitVersion[],
  change: LimitChange,
  now: Instant,
): readonly Instant[] {
  const turns = versions.flatMap((version) => [version.startsAt, version.endsAt]);
  return [now, change.startsAt, change.endsAt, ...turns].filter(
    (at): at is Instant => at !== null && at >= now,
  );
}

type Pair = { before: LimitVersion | null; after: LimitVersion | null };

function compare(versions: readonly LimitVersion[], change: LimitChange, now: Instant): Pair[] {
  const { versions: changed } = changeLimit(versions, change);
  return turningPoints(versions, change, now).map((at) => ({
    before: versionInForce(versions, at),
    after: versionInForce(changed, at),
  }));
}

function hasSameValues(one: LimitValues, other: LimitValues): boolean {
  return BOUNDS.every((bound) => one[bound] === other[bound]);
}

/**
 * Whether a change is at least as strict at every moment from now on; a limit where none stood is new
 * and never tightening, nor is one that falls away.
 */
export function isTightening(
  versions: readonly LimitVersion[],
  change: LimitChange,
  now: Instant,
): boolean {
  return compare(versions, change, now).every(({ before, after }) => {
    if (before === null || after === null) return before === after;
    return isAsStrict(after, before);
  });
}

/** Where no version binds nothing is limited, as by a version without values. */
const NOTHING: LimitValues = { maxAmountMinor: null, maxCount: null, minAmountMinor: null };

/**
 * Whether a change leaves every value as it is at every moment from now on; so does a new limit that
 * limits nothing.
 */
export function changesNothing(
  versions: readonly LimitVersion[],
  change: LimitChange,
  now: Instant,
): boolean {
  return compare(versions, change, now).every(({ before, after }) => {
    return hasSameValues(before ?? NOTHING, after ?? NOTHING);
  });
}

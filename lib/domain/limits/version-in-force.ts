import type { Instant } from "@/lib/domain/instant";
import type { LimitVersion } from "@/lib/domain/limits/limit";

function startOf(version: LimitVersion): number {
  return version.startsAt ?? -Infinity;
}

/** A version ends at `endsAt` itself; without one, never. */
export function hasEnded(version: LimitVersion, at: Instant): boolean {
  return version.endsAt !== null && version.endsAt <= at;
}

/** Of two bases the one that started last; of two that start together the newer. */
function laterBase(one: LimitVersion | null, other: LimitVersion): LimitVersion {
  if (one === null || startOf(other) > startOf(one)) return other;
  return startOf(other) === startOf(one) && other.version > one.version ? other : one;
}

function newerVersion(one: LimitVersion | null, other: LimitVersion): LimitVersion {
  return one === null || other.version > one.version ? other : one;
}

/**
 * The version that binds at a moment, from its start (included) to its end (not included): the newest
 * temporary one, else the base that started last, unless that has ended.
 */
export function versionInForce(
  versions: readonly LimitVersion[],
  at: Instant,
): LimitVersion | null {
  let base: LimitVersion | null = null;
  let temporary: LimitVersion | null = null;
  for (const version of versions) {
    if (version.status === "disabled" || startOf(version) > at) continue;
    if (version.kind === "base") base = laterBase(base, version);
    else if (!hasEnded(version, at)) temporary = newerVersion(temporary, version);
  }
  if (temporary !== null) return temporary;
  return base !== null && !hasEnded(base, at) ? base : null;
}

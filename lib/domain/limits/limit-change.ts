import type { Instant } from "@/lib/domain/instant";
import type { LimitValues, LimitVersion } from "@/lib/domain/limits/limit";
import { versionInForce } from "@/lib/domain/limits/version-in-force";

/** New values from a moment on; with an end they are temporary, else they are the new base. */
export type LimitChange = {
  values: LimitValues;
  warnPercent: number;
  startsAt: Instant;
  endsAt: Instant | null;
};

/** A running raise that a change cuts short: a version that had not begun is disabled instead. */
export type EndedVersion = { version: number; endsAt: Instant } | { version: number; endsAt: null };

export type LimitChangeEffect = {
  added: LimitVersion;
  ended: readonly EndedVersion[];
  /** All versions as they stand after the change. */
  versions: readonly LimitVersion[];
};

const isNoHigher = (value: number | null, than: number | null) =>
  than === null || (value !== null && value <= than);

/** At least as strict in every field: a maximum no higher, a minimum no lower; null = no limit. */
export function isAsStrict(values: LimitValues, than: LimitValues): boolean {
  return (
    isNoHigher(values.maxAmountMinor, than.maxAmountMinor) &&
    isNoHigher(values.maxCount, than.maxCount) &&
    (values.minAmountMinor ?? 0) >= (than.minAmountMinor ?? 0)
  );
}

/** The base that stands at a moment, whatever temporary version overrides it. */
export function baseInForce(versions: readonly LimitVersion[], at: Instant): LimitVersion | null {
  return versionInForce(
    versions.filter((version) => version.kind === "base"),
    at,
  );
}

function startsIn(version: LimitVersion, from: Instant, to: Instant | null): boolean {
  const start = version.startsAt ?? -Infinity;
  return start >= from && (to === null || start < to);
}

function runsAt(version: LimitVersion, at: Instant): boolean {
  const start = version.startsAt ?? -Infinity;
  return start <= at && (version.endsAt === null || version.endsAt > at);
}

function endOf(version: LimitVersion, at: Instant): EndedVersion {
  const hasBegun = (version.startsAt ?? -Infinity) < at;
  return { version: version.version, endsAt: hasBegun ? at : null };
}

/**
 * What a change does to the versions. A temporary version replaces the temporary ones it overlaps, so
 * that at its end the base applies; a base lower in any field ends the temporary one running at its start.
 */
export function changeLimit(
  versions: readonly LimitVersion[],
  change: LimitChange,
): LimitChangeEffect {
  const { startsAt, endsAt, values, warnPercent } = change;
  const added: LimitVersion = {
    ...values,
    version: Math.max(0, ...versions.map((version) => version.version)) + 1,
    kind: endsAt === null ? "base" : "temporary",
    warnPercent,
    startsAt,
    endsAt,
    status: "active",
  };
  const base = baseInForce(versions, startsAt);
  const isLowering = endsAt === null && base !== null && !isAsStrict(base, values);
  const ended = versions
    .filter((version) => version.kind === "temporary" && version.status === "active")
    .filter((version) => {
      if (endsAt === null) return isLowering && runsAt(version, startsAt);
      return runsAt(version, startsAt) || startsIn(version, startsAt, endsAt);
    })
    .map((version) => endOf(version, startsAt));
  return { added, ended, versions: [...endVersions(versions, ended), added] };
}

function endVersions(versions: readonly LimitVersion[], ended: readonly EndedVersion[]) {
  return versions.map((version): LimitVersion => {
    const end = ended.find((other) => other.version === version.version);
    if (!end) return version;
    return end.endsAt === null
      ? { ...version, status: "disabled" }
      : { ...version, endsAt: end.endsAt };
  });
}

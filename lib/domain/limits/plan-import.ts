import type { Instant } from "@/lib/domain/instant";
import { baseInForce, changeLimit, type LimitChangeEffect } from "@/lib/domain/limits/limit-change";
import type { LimitValues, LimitVersion } from "@/lib/domain/limits/limit";

/** A limit as an import sets it; `warnPercent` null = as it was, for a new one the acquirer's level. */
export type LimitAsked = {
  values: LimitValues;
  warnPercent: number | null;
  startsAt: Instant | null;
  endsAt: Instant | null;
};

/** A version of a limit; `requestId` is the request it came from, null for what was set up. */
type KnownVersion = LimitVersion & { requestId: string | null };

/** The first version of a limit that an import makes, whether it binds already, later or no more. */
export function firstVersion(asked: LimitAsked, warnPercent: number): LimitVersion {
  const { values, startsAt, endsAt } = asked;
  const warn = asked.warnPercent ?? warnPercent;
  return {
    ...values,
    version: 1,
    kind: "base",
    warnPercent: warn,
    startsAt,
    endsAt,
    status: "active",
  };
}

function says(version: LimitVersion, asked: LimitAsked, now: Instant): boolean {
  const { values, warnPercent, startsAt, endsAt } = asked;
  const hasBegun = (at: Instant | null) => at === null || at <= now;
  return (
    version.maxAmountMinor === values.maxAmountMinor &&
    version.maxCount === values.maxCount &&
    version.minAmountMinor === values.minAmountMinor &&
    version.warnPercent === (warnPercent ?? version.warnPercent) &&
    version.endsAt === endsAt &&
    (version.startsAt === startsAt || (hasBegun(version.startsAt) && hasBegun(startsAt)))
  );
}

function standsAlready(versions: readonly LimitVersion[], asked: LimitAsked, now: Instant) {
  if (asked.endsAt === null) {
    const base = baseInForce(versions, Math.max(now, asked.startsAt ?? now));
    return base !== null && says(base, asked, now);
  }
  return versions.some((version) => version.status === "active" && says(version, asked, now));
}

/** A version whose end has passed is kept as expired and changes nothing that stands. */
function recordExpired(
  versions: readonly LimitVersion[],
  asked: LimitAsked & { endsAt: Instant },
  warnPercent: number,
): LimitChangeEffect {
  const added: LimitVersion = {
    ...firstVersion(asked, warnPercent),
    version: Math.max(0, ...versions.map((version) => version.version)) + 1,
    kind: "temporary",
    startsAt: asked.startsAt ?? asked.endsAt - 1,
  };
  return { added, ended: [], versions: [...versions, added] };
}

/**
 * What an import does to a limit that exists; null when the limit is as the file says. With an end the
 * values are temporary, else the new base, which takes the place of an imported one yet to begin.
 */
export function planLimitImport(
  versions: readonly KnownVersion[],
  asked: LimitAsked,
  { now, warnPercent }: { now: Instant; warnPercent: number },
): LimitChangeEffect | null {
  if (standsAlready(versions, asked, now)) return null;
  const newest = versions.reduce<LimitVersion | null>(
    (one, other) => (one === null || other.version > one.version ? other : one),
    null,
  );
  const warn = asked.warnPercent ?? (baseInForce(versions, now) ?? newest)?.warnPercent;
  const { values, endsAt } = asked;
  if (endsAt !== null && endsAt <= now) {
    return recordExpired(versions, { ...asked, endsAt }, warn ?? warnPercent);
  }
  const startsAt = Math.max(now, asked.startsAt ?? now);
  const change = { values, warnPercent: warn ?? warnPercent, startsAt, endsAt };
  const effect = changeLimit(versions, change);
  if (endsAt !== null) return effect;
  const replaced = versions.filter(
    ({ kind, status, requestId, startsAt: start }) =>
      kind === "base" && status === "active" && requestId === null && start !== null && start > now,
  );
  const ended = [...effect.ended, ...replaced.map(({ version }) => ({ version, endsAt: null }))];
  return { ...effect, ended };
}

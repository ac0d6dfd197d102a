import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import { counterOf, remainingOf, resetsAt } from "@/lib/domain/limits/counting";
import type {
  LimitIdentity,
  LimitState,
  LimitStatus,
  LimitValues,
  LimitVersion,
} from "@/lib/domain/limits/limit";
import { versionInForce } from "@/lib/domain/limits/version-in-force";

/** A maximum and what is counted against it: minor units or charges. Nothing counts per transaction. */
export type MeasureView = {
  max: number;
  used: number;
  reserved: number;
  remaining: number;
  /** Used and reserved in percent of the maximum, one decimal; may exceed 100. */
  percentUsed: number;
};

/** A limit as it stands at a moment. */
export type LimitView = LimitIdentity &
  LimitValues & {
    version: number;
    kind: LimitVersion["kind"];
    status: Extract<LimitStatus, "active" | "scheduled">;
    warnPercent: number;
    startsAt: Instant | null;
    endsAt: Instant | null;
    amount: MeasureView | null;
    count: MeasureView | null;
    resetsAt: Instant | null;
  };

/** A limit as it stands, with the open request on it, if any. */
export type ListedLimit = LimitView & { pendingRequestId: string | null };

/** Percent with one decimal; of a maximum of 0 everything is used. */
export function percentUsed(taken: number, max: number): number {
  return max === 0 ? 100 : Math.round((taken / max) * 1000) / 10;
}

/** Percent for people: whole, and 100 only when nothing is left. */
export function wholePercent(taken: number, max: number): number {
  const rounded = Math.round(percentUsed(taken, max));
  return taken < max ? Math.min(99, rounded) : rounded;
}

function measure(max: number | null, used: number, reserved: number): MeasureView | null {
  if (max === null) return null;
  const remaining = remainingOf(max, used, reserved);
  return { max, used, reserved, remaining, percentUsed: percentUsed(used + reserved, max) };
}

/** The version that begins next after a moment, of several the newest. */
function versionToCome(versions: readonly LimitVersion[], at: Instant): LimitVersion | null {
  const coming = versions.filter(
    (version) => version.status === "active" && version.startsAt !== null && version.startsAt > at,
  );
  coming.sort((a, b) => (a.startsAt ?? 0) - (b.startsAt ?? 0) || b.version - a.version);
  return coming[0] ?? null;
}

function identityOf(limit: LimitIdentity): LimitIdentity {
  const { limitId, scope, store, terminalId, window, windowSeconds, currency, filters } = limit;
  return { limitId, scope, store, terminalId, window, windowSeconds, currency, filters };
}

/** The limit by the version in force, else by the next one, as scheduled; null when none is left. */
export function viewLimit(limit: LimitState, at: Instant, cutOver: CutOver): LimitView | null {
  const inForce = versionInForce(limit.versions, at);
  const version = inForce ?? versionToCome(limit.versions, at);
  if (version === null) return null;
  const counter = limit.window === "per_transaction" ? null : counterOf(limit, at);
  const { maxAmountMinor, maxCount, minAmountMinor, startsAt, endsAt, warnPercent } = version;
  const countMax = limit.window === "per_transaction" ? null : maxCount;
  return {
    ...identityOf(limit),
    maxAmountMinor,
    maxCount,
    minAmountMinor,
    version: version.version,
    kind: version.kind,
    status: inForce === null ? "scheduled" : "active",
    warnPercent,
    startsAt,
    endsAt,
    amount: measure(
      maxAmountMinor,
      counter?.usedAmountMinor ?? 0,
      counter?.reservedAmountMinor ?? 0,
    ),
    count: measure(countMax, counter?.usedCount ?? 0, counter?.reservedCount ?? 0),
    resetsAt: resetsAt(limit.window, counter, at, cutOver),
  };
}

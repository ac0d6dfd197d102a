import { makeReason } from "@/lib/domain/limit-check/make-reason";
import type { Reason } from "@/lib/domain/limit-check/reason";
import type { ReasonCode } from "@/lib/domain/limit-check/reason-codes";
import { type Moment, NO_REASONS } from "@/lib/domain/limit-check/rule";
import type { CheckSnapshot, MaintenanceState } from "@/lib/domain/limit-check/snapshot";

/** A reason for every maintenance of a kind that runs: from its start (included) to its end (not included). */
export function runningMaintenance(
  kind: MaintenanceState["kind"],
  code: ReasonCode,
  snapshot: CheckSnapshot,
  { at }: Moment,
): readonly Reason[] {
  let reasons: Reason[] | null = null;
  for (const { maintenanceWindowId, kind: actual, startsAt, endsAt } of snapshot.maintenance) {
    if (actual !== kind || at < startsAt || at >= endsAt) continue;
    const about = { kind: "maintenance", maintenanceWindowId, endsAt } as const;
    (reasons ??= []).push(makeReason(code, snapshot, about));
  }
  return reasons ?? NO_REASONS;
}

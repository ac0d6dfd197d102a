import type { FieldError } from "@/lib/domain/errors";
import type { Instant } from "@/lib/domain/instant";
import type { MaintenanceState } from "@/lib/domain/limit-check/snapshot";
import { DAY_MS } from "@/lib/domain/zoned-time";

/** degraded: checks warn; outage: checks decline. */
export const MAINTENANCE_KINDS = [
  "degraded",
  "outage",
] as const satisfies readonly MaintenanceState["kind"][];
export type MaintenanceKind = (typeof MAINTENANCE_KINDS)[number];

/** What is told of a maintenance window; times are start inclusive, end exclusive. */
export type Announcement = {
  kind: MaintenanceKind;
  startsAt: Instant;
  endsAt: Instant;
  titleEn: string;
  titleZh: string;
};

export type MaintenanceWindow = Announcement & {
  maintenanceWindowId: string;
  isCancelled: boolean;
  announcedBy: string | null;
};

export type MaintenancePhase = "running" | "coming" | "over" | "cancelled";

/** Longer than any real work: a slip of the calendar. */
export const LONGEST_MAINTENANCE_MS = 31 * DAY_MS;

/** Where a window stands: it runs from its start (included) to its end (not included). */
export function maintenancePhase(
  { startsAt, endsAt, isCancelled }: Pick<MaintenanceWindow, "startsAt" | "endsAt" | "isCancelled">,
  at: Instant,
): MaintenancePhase {
  if (isCancelled) return "cancelled";
  if (at >= endsAt) return "over";
  return at < startsAt ? "coming" : "running";
}

/** What stands against a window: a start before `now`, an end not after the start, more than 31 days. */
export function announcementFaults(
  { startsAt, endsAt }: Pick<Announcement, "startsAt" | "endsAt">,
  now: Instant,
): FieldError[] {
  const faults: FieldError[] = [];
  if (startsAt < now) {
    faults.push({ pointer: "/startsAt", code: "in_the_past", detail: "The start has passed." });
  }
  if (endsAt <= startsAt) {
    const detail = "The end must come after the start.";
    faults.push({ pointer: "/endsAt", code: "not_after_start", detail });
  } else if (endsAt - startsAt > LONGEST_MAINTENANCE_MS) {
    faults.push({ pointer: "/endsAt", code: "lasts_too_long", detail: "At most 31 days." });
  }
  return faults;
}

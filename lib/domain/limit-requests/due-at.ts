import type { Instant } from "@/lib/domain/instant";

const HOUR_MS = 3_600_000;

/** When a request should be decided: within the acquirer's hours, and before the start it asks for. */
export function dueAt(
  submittedAt: Instant,
  startsAt: Instant | null,
  decisionHours: number,
): Instant {
  const within = submittedAt + decisionHours * HOUR_MS;
  return startsAt === null || startsAt <= submittedAt ? within : Math.min(within, startsAt);
}

export type DurationParts =
  | { unit: "days"; days: number; hours: number }
  | { unit: "hours"; hours: number; minutes: number }
  | { unit: "minutes"; minutes: number };

const MINUTE = 60_000;

const DAYS_BY_HOUR = 3;

/**
 * A stretch of time in its two largest units, rounded up to the minute; under a minute counts as one, and
 * from three days on nobody counts the hours.
 */
export function durationParts(durationMs: number): DurationParts {
  const total = Math.max(1, Math.ceil(durationMs / MINUTE));
  const days = Math.floor(total / 1440);
  const hours = Math.floor(total / 60);
  if (days > 0) return { unit: "days", days, hours: days < DAYS_BY_HOUR ? hours % 24 : 0 };
  if (hours > 0) return { unit: "hours", hours, minutes: total % 60 };
  return { unit: "minutes", minutes: total };
}

import { z } from "zod";
import { type CutOver, windowAt } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import { dayOfDate, DAY_MS, instantAt } from "@/lib/domain/zoned-time";

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** From when until when, in days of the acquirer's zone; nothing said means at once and for good. */
export const PERIOD_FIELDS = {
  period: z.enum(["lasting", "temporary"]),
  startsOn: Day.or(z.literal("")),
  endsOn: Day.or(z.literal("")),
} as const;

export type PeriodForm = {
  [Name in keyof typeof PERIOD_FIELDS]: z.infer<(typeof PERIOD_FIELDS)[Name]>;
};

/** Why a change is asked for. */
export const Justification = z.string().trim().min(10, "justification").max(2000, "justification");

/** A change for a time has a last day, not before its first. */
export function refinePeriod({ period, startsOn, endsOn }: PeriodForm, context: z.RefinementCtx) {
  if (period === "lasting") return;
  const refuse = (message: string) =>
    context.addIssue({ code: "custom", path: ["endsOn"], message });
  if (endsOn === "") refuse("endMissing");
  else if (startsOn > endsOn) refuse("endBeforeStart");
}

function businessDay(date: string, cutOver: CutOver) {
  const noon = instantAt({ day: dayOfDate(date), timeOfDayMs: DAY_MS / 2 }, cutOver.timeZone);
  return windowAt("daily", noon, cutOver);
}

/** From the first business day to the end of the last; a first day that runs already means now. */
export function periodOf(
  form: PeriodForm,
  now: Instant,
  cutOver: CutOver,
): { startsAt: Instant | null; endsAt: Instant | null } {
  const start = form.startsOn ? businessDay(form.startsOn, cutOver) : null;
  const startsAt = start && !(start.start <= now && now < start.end) ? start.start : null;
  if (form.period === "lasting" || !form.endsOn) return { startsAt, endsAt: null };
  return { startsAt, endsAt: businessDay(form.endsOn, cutOver).end };
}

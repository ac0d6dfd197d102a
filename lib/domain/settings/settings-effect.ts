import { type CutOver, windowAt } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";

export type CodeChange = { reasonCode: string; before: string | null; after: string | null };

/** What a change would do, as far as it can be counted; a fact that does not apply is left out. */
export type SettingsEffect = {
  openRequests?: number;
  /** Limits that count in windows. */
  countedLimits?: number;
  runningDayEnds?: Instant;
  nextDayBegins?: Instant;
  codes?: readonly CodeChange[];
  /** Limits of the window and currency strictly above the threshold, whose raise two people decide. */
  above?: { before: number; after: number };
  /** Limits that keep their own warn level. */
  keptLimits?: number;
  /** Requirements that come due within the lead time. */
  dueSoon?: { before: number; after: number };
  /** When a request submitted now would be due. */
  due?: { before: Instant; after: Instant };
  /** Questions that wait for an answer, and how many of them would be over at once. */
  questions?: { open: number; over: number };
  /** Merchants still pending that could be given the template's limits. */
  pendingMerchants?: number;
};

export type SettingPreview = { needsSecond: boolean; effect: SettingsEffect };

/**
 * The running day ends as it began. What is left until the next opening under the new cut-over is a day of
 * its own; from `nextDayBegins` on days are whole.
 */
export function dayEffect(
  before: CutOver,
  after: CutOver,
  now: Instant,
): Required<Pick<SettingsEffect, "runningDayEnds" | "nextDayBegins">> {
  const runningDayEnds = windowAt("daily", now, before).end;
  const { start, end } = windowAt("daily", runningDayEnds, after);
  return { runningDayEnds, nextDayBegins: start === runningDayEnds ? start : end };
}

/** Reasons that show another code under `after`; a reason left out of a map shows none. */
export function codeChanges(
  before: Readonly<Record<string, string | null>>,
  after: Readonly<Record<string, string | null>>,
): CodeChange[] {
  const reasons = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return reasons
    .map((reasonCode) => ({
      reasonCode,
      before: before[reasonCode] ?? null,
      after: after[reasonCode] ?? null,
    }))
    .filter((change) => change.before !== change.after);
}

import { type FieldError, InvalidError } from "@/lib/domain/errors";
import type { Instant } from "@/lib/domain/instant";
import type { LimitChange } from "@/lib/domain/limits/limit-change";
import type { LimitVersion, Window } from "@/lib/domain/limits/limit";
import type { AskedField, Grant } from "@/lib/domain/limit-requests/grant";
import {
  hasField,
  isContradictory,
  proposedChange,
} from "@/lib/domain/limit-requests/proposed-change";
import { changesNothing, isTightening } from "@/lib/domain/limit-requests/tightening";

const fault = (pointer: string, code: string, detail: string): FieldError => ({
  pointer,
  code,
  detail,
});

/** A period must begin now or later and end after it begins. */
function periodFaults({ startsAt, endsAt }: Grant, now: Instant): FieldError[] {
  const faults: FieldError[] = [];
  if (startsAt !== null && startsAt < now) {
    faults.push(fault("/starts_at", "in_the_past", "The start must not be in the past."));
  }
  if (endsAt !== null && endsAt <= Math.max(now, startsAt ?? now)) {
    faults.push(fault("/ends_at", "not_after_start", "The end must be after the start."));
  }
  return faults;
}

function fieldFaults(window: Window, asked: readonly AskedField[]): FieldError[] {
  return asked
    .filter((field) => !hasField(window, field))
    .map((field) =>
      fault(`/requested/${field}`, "not_of_this_window", `A ${window} limit has no ${field}.`),
    );
}

export type ProposedRequest = { change: LimitChange; isTightening: boolean };

/** What is asked for as a change of the limit; throws the faults of one that cannot be. */
export function proposeRequest(
  limit: { window: Window; versions: readonly LimitVersion[] },
  grant: Grant,
  asked: readonly AskedField[],
  context: { now: Instant; warnPercent: number },
): ProposedRequest {
  const { now } = context;
  const faults = [...periodFaults(grant, now), ...fieldFaults(limit.window, asked)];
  if (faults.length > 0) throw new InvalidError(faults);
  const change = proposedChange(limit.versions, grant, asked, context);
  if (isContradictory(change.values)) {
    const detail = "The minimum would be above the maximum.";
    throw new InvalidError([fault("/requested", "minimum_above_maximum", detail)]);
  }
  if (changesNothing(limit.versions, change, now)) {
    const detail = "The limit already is as requested.";
    throw new InvalidError([fault("/requested", "changes_nothing", detail)]);
  }
  return { change, isTightening: isTightening(limit.versions, change, now) };
}

/** A grant as a change of the limit; throws when it would loosen nothing or contradict itself. */
export function proposeGrant(
  versions: readonly LimitVersion[],
  grant: Grant,
  asked: readonly AskedField[],
  context: { now: Instant; warnPercent: number },
): LimitChange {
  const change = proposedChange(versions, grant, asked, context);
  if (isContradictory(change.values)) {
    const detail = "The minimum would be above the maximum.";
    throw new InvalidError([fault("/grant", "minimum_above_maximum", detail)]);
  }
  if (isTightening(versions, change, context.now)) {
    const detail = "This would grant nothing: reject the request instead.";
    throw new InvalidError([fault("/grant", "grants_nothing", detail)]);
  }
  return change;
}

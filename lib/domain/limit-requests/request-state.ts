import type { Instant } from "@/lib/domain/instant";
import { DAY_MS } from "@/lib/domain/zoned-time";

export const REQUEST_STATES = [
  "draft",
  "submitted",
  "in_review",
  "info_requested",
  "rejected",
  "withdrawn",
  "expired",
  "approved",
  "partially_approved",
  "scheduled",
  "applied",
  "reverted",
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Still to be decided. */
export const UNDECIDED_STATES = ["submitted", "in_review", "info_requested"] as const;

/** Decided, and waiting for its start; shown as `scheduled`. */
export const WAITING_STATES = ["approved", "partially_approved", "scheduled"] as const;

/** The states a request is shown in; a granted one waits as `scheduled`. */
export const SHOWN_STATES = [
  "submitted",
  "in_review",
  "info_requested",
  "scheduled",
  "applied",
  "rejected",
  "withdrawn",
  "expired",
  "reverted",
] as const;

/** One request in these states may exist per limit. */
export const OPEN_STATES = [...UNDECIDED_STATES, ...WAITING_STATES] as const;

const includes = (states: readonly RequestState[], state: RequestState) => states.includes(state);

export const isUndecided = (state: RequestState): boolean => includes(UNDECIDED_STATES, state);
export const isOpen = (state: RequestState): boolean => includes(OPEN_STATES, state);

/** A question unanswered for this long ends its request. */
export const questionMsOf = (days: number): number => days * DAY_MS;

/** What the state of a request depends on besides acts of people. */
export type RequestTimes = {
  state: RequestState;
  /** The end asked for; null = none. */
  endsAt: Instant | null;
  questionAskedAt: Instant | null;
  /** When what was granted begins and ends; both null until granted. */
  approvedStartsAt: Instant | null;
  approvedEndsAt: Instant | null;
};

const hasPassed = (moment: Instant | null, at: Instant) => moment !== null && moment <= at;

/**
 * The state at a moment, whether or not a job has recorded it: undecided ends when the end asked for or
 * the time to answer a question has come, a granted change applies from its start until its end.
 */
export function stateAt(request: RequestTimes, at: Instant, questionDays: number): RequestState {
  const { state, questionAskedAt } = request;
  if (isUndecided(state)) {
    const isUnanswered =
      state === "info_requested" &&
      questionAskedAt !== null &&
      hasPassed(questionAskedAt + questionMsOf(questionDays), at);
    return isUnanswered || hasPassed(request.endsAt, at) ? "expired" : state;
  }
  if (includes(WAITING_STATES, state)) {
    if (!hasPassed(request.approvedStartsAt, at)) return "scheduled";
    return hasPassed(request.approvedEndsAt, at) ? "reverted" : "applied";
  }
  return state === "applied" && hasPassed(request.approvedEndsAt, at) ? "reverted" : state;
}

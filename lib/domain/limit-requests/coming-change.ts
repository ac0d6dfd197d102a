import type { Instant } from "@/lib/domain/instant";
import { isUndecided, type RequestState } from "@/lib/domain/limit-requests/request-state";
import type { LimitValues } from "@/lib/domain/limits/limit";

/** An open request, as far as it tells what a limit may become. */
export type PendingRequest = {
  limitRequestId: string;
  state: RequestState;
  requested: LimitValues;
  approved: LimitValues | null;
  approvedStartsAt: Instant | null;
};

/** What a limit will or may become; `approvedFrom` null = asked for, not decided. */
export type ComingChange = { values: LimitValues; approvedFrom: Instant | null };

/** What an open request makes of its limit later; null once that holds already. */
export function comingChange(request: PendingRequest, now: Instant): ComingChange | null {
  const { state, requested, approved, approvedStartsAt } = request;
  if (isUndecided(state)) return { values: requested, approvedFrom: null };
  return approvedStartsAt !== null && approvedStartsAt > now
    ? { values: approved ?? requested, approvedFrom: approvedStartsAt }
    : null;
}

import type { KnownLimit } from "@/lib/domain/imports/limit-facts";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import type { DecisionPlan } from "@/lib/domain/limit-requests/plan-decision";

/** A request of a batch with its limit (null = yet to be made) and what the decision leads to. */
export type DecidedRequest = {
  request: LimitRequest;
  limit: KnownLimit | null;
  plan: DecisionPlan;
};

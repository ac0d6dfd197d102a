import { ConflictError, DomainError } from "@/lib/domain/errors";
import type { Refusal } from "@/lib/domain/limit-requests/four-eyes";
import type { RequestState } from "@/lib/domain/limit-requests/request-state";
import { type Move, transition } from "@/lib/domain/limit-requests/transition";

/** The state a move leads to; a conflict when the request stands where the move is not possible. */
export function requireMove(from: RequestState, move: Move): RequestState {
  const next = transition(from, move);
  if (next.ok) return next.state;
  throw new ConflictError(`The request is ${from}; this is no longer possible.`, "conflict", {
    state: from,
  });
}

const REFUSALS: Record<Refusal, string> = {
  not_undecided: "The request is no longer waiting for a decision.",
  not_a_decider: "Only reviewers and approvers decide requests.",
  is_maker: "Whoever entered a request, or made the key that entered it, never decides it.",
  decided_before: "You have decided about this request already.",
  final_needs_approver: "The final approval is an approver's.",
  in_batch: "The request is part of an import and is decided with all of it.",
};

/** Why four eyes do not let this person act; a conflict when the request itself has moved on. */
export class DecisionRefusedError extends DomainError {
  constructor(refusal: Refusal) {
    super(refusal === "not_undecided" ? "conflict" : "forbidden", REFUSALS[refusal], [], {
      refusal,
    });
  }
}

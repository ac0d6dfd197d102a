import type { RequestState } from "@/lib/domain/limit-requests/request-state";

export type Move =
  | "submit"
  | "tighten"
  | "claim"
  | "release"
  | "ask"
  | "answer"
  | "approve_first"
  | "approve"
  | "approve_partially"
  | "reject"
  | "withdraw"
  | "expire"
  | "apply"
  | "revert";

const REVIEWABLE = {
  claim: "in_review",
  ask: "info_requested",
  approve_first: "in_review",
  approve: "approved",
  approve_partially: "partially_approved",
  reject: "rejected",
  withdraw: "withdrawn",
  expire: "expired",
} as const;

const WAITING = { apply: "applied", withdraw: "withdrawn" } as const;

/** Which act leads from which state to which; what is not listed is refused. */
const MOVES: Record<RequestState, Partial<Record<Move, RequestState>>> = {
  draft: { submit: "submitted", tighten: "scheduled", withdraw: "withdrawn" },
  submitted: REVIEWABLE,
  in_review: { ...REVIEWABLE, release: "submitted" },
  info_requested: { ...REVIEWABLE, claim: "info_requested", answer: "in_review" },
  approved: WAITING,
  partially_approved: WAITING,
  scheduled: WAITING,
  applied: { revert: "reverted" },
  rejected: {},
  withdrawn: {},
  expired: {},
  reverted: {},
};

export type Transition =
  { ok: true; state: RequestState } | { ok: false; from: RequestState; move: Move };

/** The state an act leads to; a move the table does not list is answered as a fault. */
export function transition(from: RequestState, move: Move): Transition {
  const state = MOVES[from][move];
  return state === undefined ? { ok: false, from, move } : { ok: true, state };
}

import { describe, expect, it } from "vitest";
import { OPEN_STATES, REQUEST_STATES, stateAt } from "@/lib/domain/limit-requests/request-state";
import { type Move, transition } from "@/lib/domain/limit-requests/transition";
import { DAY_MS } from "@/lib/domain/zoned-time";

const ALLOWED: Record<string, Partial<Record<Move, string>>> = {
  draft: { submit: "submitted", tighten: "scheduled", withdraw: "withdrawn" },
  submitted: {
    claim: "in_review",
    ask: "info_requested",
    approve_first: "in_review",
    approve: "approved",
    approve_partially: "partially_approved",
    reject: "rejected",
    withdraw: "withdrawn",
    expire: "expired",
  },
  in_review: {
    claim: "in_review",
    release: "submitted",
    ask: "info_requested",
    approve_first: "in_review",
    approve: "approved",
    approve_partially: "partially_approved",
    reject: "rejected",
    withdraw: "withdrawn",
    expire: "expired",
  },
  info_requested: {
    claim: "info_requested",
    ask: "info_requested",
    answer: "in_review",
    approve_first: "in_review",
    approve: "approved",
    approve_partially: "partially_approved",
    reject: "rejected",
    withdraw: "withdrawn",
    expire: "expired",
  },
  approved: { apply: "applied", withdraw: "withdrawn" },
  partially_approved: { apply: "applied", withdraw: "withdrawn" },
  scheduled: { apply: "applied", withdraw: "withdrawn" },
  applied: { revert: "reverted" },
};

const MOVES: Move[] = [
  ...(["submit", "tighten", "claim", "release", "ask", "answer", "approve_first"] as const),
  ...(["approve", "approve_partially", "reject", "withdraw", "expire", "apply", "revert"] as const),
];

describe("transition", () => {
  const cases = REQUEST_STATES.flatMap((state) => MOVES.map((move) => [state, move] as const));

  it.each(cases)("from %s by %s", (state, move) => {
    const to = ALLOWED[state]?.[move];
    expect(transition(state, move)).toEqual(
      to === undefined ? { ok: false, from: state, move } : { ok: true, state: to },
    );
  });

  it("leads nowhere from a final state but to the end of what was applied", () => {
    const final = REQUEST_STATES.filter((s) => s !== "draft" && !OPEN_STATES.includes(s as never));
    expect(final).toEqual(["rejected", "withdrawn", "expired", "applied", "reverted"]);
  });
});

describe("the state at a moment", () => {
  const AT = Date.parse("2026-11-24T10:00:00+08:00");
  const times = {
    endsAt: null,
    questionAskedAt: null,
    approvedStartsAt: null,
    approvedEndsAt: null,
  };

  it("ends an undecided request exactly at the end it asks for", () => {
    const request = { ...times, state: "in_review", endsAt: AT } as const;
    expect(stateAt(request, AT - 1, 14)).toBe("in_review");
    expect(stateAt(request, AT, 14)).toBe("expired");
  });

  it("ends a request whose question stayed unanswered for 14 days", () => {
    const request = { ...times, state: "info_requested", questionAskedAt: AT } as const;
    expect(stateAt(request, AT + 14 * DAY_MS - 1, 14)).toBe("info_requested");
    expect(stateAt(request, AT + 14 * DAY_MS, 14)).toBe("expired");
    expect(stateAt({ ...request, state: "in_review" }, AT + 30 * DAY_MS, 14)).toBe("in_review");
  });

  it.each(["approved", "partially_approved", "scheduled"] as const)(
    "shows %s as scheduled, applied from its start and reverted from its end",
    (state) => {
      const request = { ...times, state, approvedStartsAt: AT, approvedEndsAt: AT + 10 };
      expect(stateAt(request, AT - 1, 14)).toBe("scheduled");
      expect(stateAt(request, AT, 14)).toBe("applied");
      expect(stateAt(request, AT + 9, 14)).toBe("applied");
      expect(stateAt(request, AT + 10, 14)).toBe("reverted");
    },
  );

  it("leaves a final state as it is", () => {
    expect(stateAt({ ...times, state: "rejected", endsAt: AT }, AT + 1, 14)).toBe("rejected");
    expect(stateAt({ ...times, state: "applied", approvedStartsAt: AT }, AT, 14)).toBe("applied");
  });
});

import { describe, expect, it } from "vitest";
import {
  type Decider,
  judge,
  type RecordedDecision,
  type ReviewedRequest,
  standingProposal,
} from "@/lib/domain/limit-requests/four-eyes";
import type { Grant } from "@/lib/domain/limit-requests/grant";
import { mayDecide } from "@/lib/domain/limit-requests/may-decide";

const grant = (maxAmountMinor: number | null, more: Partial<Grant> = {}): Grant => ({
  values: { maxAmountMinor, maxCount: null, minAmountMinor: null },
  startsAt: null,
  endsAt: null,
  ...more,
});

const request = (more: Partial<ReviewedRequest> = {}): ReviewedRequest => ({
  state: "submitted",
  makerUserIds: ["maker"],
  requiredApprovals: 2,
  asked: ["max_amount"],
  decisions: [],
  ...more,
});

const reviewer: Decider = { userId: "reviewer", roles: ["acquirer_reviewer"] };
const approver: Decider = { userId: "approver", roles: ["acquirer_approver"] };
const admin: Decider = { userId: "admin", roles: ["acquirer_admin"] };

const approve = (value: Grant) => ({ decision: "approve", grant: value }) as const;
const approved = (userId: string, value: Grant): RecordedDecision => ({
  decision: "approve",
  userId,
  grant: value,
});

describe("one approval required", () => {
  const single = request({ requiredApprovals: 1 });

  it("an approver decides alone, a reviewer may only reject", () => {
    expect(judge(single, approver, approve(grant(60)))).toEqual({ ok: true, outcome: "approved" });
    expect(judge(single, reviewer, approve(grant(60)))).toEqual({
      ok: false,
      refusal: "final_needs_approver",
    });
    expect(judge(single, reviewer, { decision: "reject" })).toEqual({
      ok: true,
      outcome: "rejected",
    });
  });
});

describe("two approvals required", () => {
  const first = request({ state: "in_review", decisions: [approved("other", grant(60))] });

  it("a reviewer or an approver gives the first", () => {
    for (const decider of [reviewer, approver]) {
      expect(judge(request(), decider, approve(grant(60)))).toEqual({
        ok: true,
        outcome: "first_approval",
      });
    }
  });

  it("an approver confirms the same values, a reviewer cannot", () => {
    expect(judge(first, approver, approve(grant(60)))).toEqual({ ok: true, outcome: "approved" });
    expect(judge(first, reviewer, approve(grant(60)))).toEqual({
      ok: false,
      refusal: "final_needs_approver",
    });
  });

  it("other values, an other start or an other end replace the proposal", () => {
    const others = [grant(55), grant(60, { startsAt: 5 }), grant(60, { endsAt: 9 }), grant(null)];
    for (const other of others) {
      expect(judge(first, approver, approve(other))).toEqual({
        ok: true,
        outcome: "first_approval",
      });
    }
  });

  it("a replaced proposal that comes back counts anew", () => {
    const decisions = [approved("a", grant(60)), approved("b", grant(55))];
    expect(judge(request({ decisions }), approver, approve(grant(60)))).toEqual({
      ok: true,
      outcome: "first_approval",
    });
    expect(standingProposal(request({ decisions }))).toEqual({ grant: grant(55), approvals: 1 });
  });

  it("values that were not asked about do not tell grants apart", () => {
    const same = grant(60);
    const other = { ...same, values: { ...same.values, maxCount: 7 } };
    expect(judge(first, approver, approve(other))).toEqual({ ok: true, outcome: "approved" });
  });

  it("nobody decides twice, not even to reject", () => {
    const own = request({ decisions: [approved("approver", grant(60))] });
    for (const intent of [
      approve(grant(60)),
      approve(grant(50)),
      { decision: "reject" } as const,
    ]) {
      expect(judge(own, approver, intent)).toEqual({ ok: false, refusal: "decided_before" });
    }
  });

  it("one rejection ends it, after a first approval too", () => {
    expect(judge(first, reviewer, { decision: "reject" })).toEqual({
      ok: true,
      outcome: "rejected",
    });
    const ended = request({
      decisions: [approved("a", grant(1)), { decision: "reject", userId: "b" }],
    });
    expect(standingProposal(ended)).toBeNull();
  });
});

describe("who never decides", () => {
  it("a maker, whatever the roles", () => {
    const maker: Decider = { userId: "maker", roles: ["acquirer_admin", "acquirer_approver"] };
    expect(judge(request(), maker, { decision: "reject" })).toEqual({
      ok: false,
      refusal: "is_maker",
    });
  });

  it("an admin or an auditor who is not also an approver", () => {
    expect(judge(request(), admin, approve(grant(60)))).toEqual({
      ok: false,
      refusal: "not_a_decider",
    });
    const both: Decider = { userId: "both", roles: ["acquirer_admin", "acquirer_approver"] };
    expect(judge(request(), both, approve(grant(60))).ok).toBe(true);
  });

  it.each([
    "draft",
    "rejected",
    "withdrawn",
    "expired",
    "approved",
    "scheduled",
    "applied",
  ] as const)("anybody once it is %s", (state) => {
    expect(judge(request({ state }), approver, approve(grant(60)))).toEqual({
      ok: false,
      refusal: "not_undecided",
    });
  });
});

describe("what the form offers", () => {
  it("says why not", () => {
    const refused = { allowed: false, why: "is_maker" };
    expect(mayDecide(request(), { ...approver, userId: "maker" })).toEqual({
      claim: refused,
      ask: refused,
      reject: refused,
      confirm: null,
      propose: refused,
    });
  });

  it("tells a reviewer that only an approver confirms, but other values may be proposed", () => {
    const offers = mayDecide(request({ decisions: [approved("a", grant(60))] }), reviewer);
    expect(offers.confirm).toEqual({ allowed: false, why: "final_needs_approver" });
    expect(offers.propose).toEqual({ allowed: true, final: false });
    expect(offers.reject).toEqual({ allowed: true, final: true });
  });

  it("tells an approver which approval ends the review", () => {
    const offers = mayDecide(request({ decisions: [approved("a", grant(60))] }), approver);
    expect(offers.confirm).toEqual({ allowed: true, final: true });
    expect(mayDecide(request({ requiredApprovals: 1 }), approver).propose).toEqual({
      allowed: true,
      final: true,
    });
  });
});

import { randomInt } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Role } from "@/lib/domain/access/actor";
import {
  type Decider,
  type Intent,
  judge,
  type RecordedDecision,
  type ReviewedRequest,
} from "@/lib/domain/limit-requests/four-eyes";
import type { Grant } from "@/lib/domain/limit-requests/grant";
import { type Move, transition } from "@/lib/domain/limit-requests/transition";

const HISTORIES = process.env.FULL ? 100_000 : 20_000;

const ROLES: Role[] = ["acquirer_reviewer", "acquirer_approver", "acquirer_admin", "auditor"];

const people = fc.array(fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 3 }), {
  minLength: 2,
  maxLength: 6,
});
const grants = fc.record({
  maxAmountMinor: fc.constantFrom(50, 60, null),
  endsAt: fc.constantFrom(null, 9),
});
const acts = fc.array(
  fc.record({
    person: fc.nat({ max: 5 }),
    kind: fc.constantFrom("approve", "approve", "approve", "reject", "claim", "ask", "withdraw"),
    grant: grants,
  }),
  { maxLength: 14 },
);
const history = fc.record({
  people,
  acts,
  makers: fc.subarray([0, 1, 2, 3]),
  requiredApprovals: fc.constantFrom(1, 2),
});

type Story = typeof history extends fc.Arbitrary<infer T> ? T : never;

const MOVE_OF = {
  first_approval: "approve_first",
  approved: "approve",
  rejected: "reject",
} as const;

const grantOf = ({
  maxAmountMinor,
  endsAt,
}: {
  maxAmountMinor: number | null;
  endsAt: number | null;
}) =>
  ({
    values: { maxAmountMinor, maxCount: null, minAmountMinor: null },
    startsAt: null,
    endsAt,
  }) satisfies Grant;

type Past = { request: ReviewedRequest; finalGrant: Grant | null };

function step(past: Past, move: Move, decision?: RecordedDecision): Past {
  const next = transition(past.request.state, move);
  if (!next.ok) return past;
  const decisions = decision ? [...past.request.decisions, decision] : past.request.decisions;
  return { ...past, request: { ...past.request, state: next.state, decisions } };
}

function play({ people: roles, acts: steps, makers, requiredApprovals }: Story) {
  let past: Past = {
    request: {
      state: "submitted",
      makerUserIds: makers.map(String),
      requiredApprovals,
      asked: ["max_amount"],
      decisions: [],
    },
    finalGrant: null,
  };
  for (const { person, kind, grant } of steps) {
    const decider: Decider = { userId: String(person), roles: roles[person] ?? [] };
    if (kind === "claim" || kind === "ask" || kind === "withdraw") {
      past = step(past, kind);
      continue;
    }
    const intent: Intent =
      kind === "approve" ? { decision: "approve", grant: grantOf(grant) } : { decision: "reject" };
    const judgement = judge(past.request, decider, intent);
    if (!judgement.ok) continue;
    past = step(past, MOVE_OF[judgement.outcome], { ...intent, userId: decider.userId });
    if (judgement.outcome === "approved" && intent.decision === "approve") {
      past = { ...past, finalGrant: intent.grant };
    }
  }
  return past;
}

/** Written apart from the rules: looks only at what was recorded. */
function violations(past: Past, roles: readonly Role[][]): string[] {
  const { decisions, makerUserIds, requiredApprovals } = past.request;
  const found: string[] = [];
  const deciders = decisions.map((decision) => decision.userId);
  if (new Set(deciders).size !== deciders.length) found.push("decided twice");
  if (deciders.some((id) => makerUserIds.includes(id))) found.push("maker decided");
  const mayReview = (id: string) =>
    (roles[Number(id)] ?? []).some(
      (role) => role === "acquirer_reviewer" || role === "acquirer_approver",
    );
  if (!deciders.every(mayReview)) found.push("decided without the role");
  const rejected = decisions.findIndex((decision) => decision.decision === "reject");
  if (rejected !== -1 && rejected !== decisions.length - 1) found.push("decided after a rejection");
  if (past.finalGrant === null) return found;
  if (!["approved", "withdrawn"].includes(past.request.state))
    found.push("approved without the state");
  const last = decisions.at(-1)!;
  if (!(roles[Number(last.userId)] ?? []).includes("acquirer_approver")) {
    found.push("final approval not by an approver");
  }
  const tail = decisions.slice(-requiredApprovals);
  const isSame = (decision: RecordedDecision) =>
    decision.decision === "approve" &&
    JSON.stringify(decision.grant) === JSON.stringify(past.finalGrant);
  if (tail.length !== requiredApprovals || !tail.every(isSame)) {
    found.push("too few people approved these values");
  }
  return found;
}

it(`four eyes hold in ${HISTORIES} random histories`, () => {
  const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
  const reached = { approved: 0, rejected: 0, replaced: 0 };
  console.log(`four-eyes histories: ${HISTORIES}, SEED=${seed}`);
  fc.assert(
    fc.property(history, (story) => {
      const past = play(story);
      expect(violations(past, story.people)).toEqual([]);
      if (past.finalGrant) reached.approved++;
      if (past.request.state === "rejected") reached.rejected++;
      if (past.request.decisions.length > 2) reached.replaced++;
    }),
    { numRuns: HISTORIES, seed },
  );
  expect(Math.min(...Object.values(reached))).toBeGreaterThan(HISTORIES / 1_000);
}, 300_000);

import "server-only";
import { readCheckSettings, type StampedSnapshot } from "@/lib/data/check-snapshots";
import { type Ctx, modeOf } from "@/lib/data/ctx";
import {
  holdHeadroom,
  type HoldOutcome,
  type HoldRequest,
  keepRefusal,
  type Kept,
  type ReservationFacts,
} from "@/lib/data/reservations";
import { UnavailableError } from "@/lib/domain/errors";
import {
  type Counted,
  countedLimits,
  isOpenBut,
  withCounted,
} from "@/lib/domain/limit-check/counted-limits";
import type { CheckResult } from "@/lib/domain/limit-check/check-result";
import { evaluateCheck } from "@/lib/domain/limit-check/evaluate-check";
import type { Proposal } from "@/lib/domain/limit-check/snapshot";
import type { Reservation } from "@/lib/domain/reservations/reservation";
import { audienceOf } from "@/lib/domain/access/audience";
import { newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/use-cases/authorize";
import { findWaysOut } from "@/lib/use-cases/find-ways-out";
import { type CheckRun, logCheck } from "@/lib/use-cases/log-check";
import { inFlight, type OnceRequest, requestHashOf, reused } from "@/lib/use-cases/once-request";
import { tellReachedUsageSoon } from "@/lib/use-cases/tell-reached-usage";

export type ReservationQuestion = { proposal: Proposal; holdSeconds: number };

/** A reservation's answer as JSON text, and whether it was given before. */
export type ReservationAnswer = { status: 200 | 201; text: string; isReplay: boolean };

/** Writes the answer's JSON: of the check alone, and of both. */
export type ReservationWriter = {
  check: (run: CheckRun) => string;
  whole: (check: string, reservation: Reservation | null, timeZone: string) => string;
};

const MOST_TRIES = 5;

function runOf(merchantId: string, facts: ReservationFacts, result: CheckResult): CheckRun {
  const { profile, timeZone } = facts.snapshot.acquirer;
  const { checkId, proposal } = facts;
  return { checkId, merchantId, proposal, result, profile, timeZone };
}

const judge = ({ snapshot, proposal, audience, reservation }: ReservationFacts): CheckResult =>
  evaluateCheck(snapshot, proposal, reservation.createdAt, { audience });

function repeat(
  merchantId: string,
  { answer }: Kept,
  write: ReservationWriter,
): { status: 200 | 201; text: string } {
  if ("refused" in answer) return { status: 200, text: answer.refused.text };
  const { counters, ...kept } = answer.granted;
  const facts = { ...kept, snapshot: withCounted(kept.snapshot, counters) };
  const check = write.check(runOf(merchantId, facts, judge(facts)));
  return {
    status: 201,
    text: write.whole(check, facts.reservation, facts.snapshot.acquirer.timeZone),
  };
}

function factsOf(
  ctx: Ctx,
  snapshot: StampedSnapshot,
  { proposal, holdSeconds }: ReservationQuestion,
): ReservationFacts {
  const createdAt = ctx.now().getTime();
  const { terminalId, amountMinor, currency } = proposal;
  const reservation: Reservation = {
    ...{ reservationId: newId("rsv"), state: "pending", terminalId, amountMinor, currency },
    ...{ committedAmountMinor: null, createdAt, expiresAt: createdAt + holdSeconds * 1000 },
  };
  const audience = audienceOf(ctx.actor);
  return { snapshot, proposal, audience, checkId: newId("chk"), reservation };
}

function holdOf(facts: ReservationFacts, stamp: string, request: OnceRequest): HoldRequest {
  const { snapshot, proposal, reservation } = facts;
  const { terminal } = snapshot;
  const { owner, path, key } = request;
  return {
    ...{ once: { owner, path, key }, requestHash: requestHashOf(request.body), facts },
    stamp,
    store: terminal === null || terminal === "other_merchant" ? null : terminal.store,
    isOpen: isOpenBut(snapshot, proposal, reservation.createdAt),
    limits: countedLimits(snapshot, proposal, reservation.createdAt),
  };
}

type Decided = {
  facts: ReservationFacts;
  hold: HoldRequest;
  outcome: Exclude<HoldOutcome, { state: "stale" }>;
};

async function decide(
  ctx: Ctx,
  merchantId: string,
  question: ReservationQuestion,
  request: OnceRequest,
): Promise<Decided> {
  const { deadlineAt } = ctx;
  const mode = modeOf(ctx);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const now = ctx.now().getTime();
    const { terminalId } = question.proposal;
    const moment = { at: now, now, mode, deadlineAt, isAnew: tries > 0 };
    const snapshot = await readCheckSettings(merchantId, terminalId, moment);
    const facts = factsOf(ctx, snapshot, question);
    const hold = { ...holdOf(facts, snapshot.stamp, request), deadlineAt };
    const outcome = await holdHeadroom[mode](merchantId, hold);
    if (outcome.state !== "stale") return { facts, hold, outcome };
  }
  throw new UnavailableError();
}

type Counters = Readonly<Record<string, Counted>>;

async function refuse(
  ctx: Ctx,
  merchantId: string,
  { facts, hold, counters }: { facts: ReservationFacts; hold: HoldRequest; counters: Counters },
  write: ReservationWriter,
): Promise<ReservationAnswer> {
  const { proposal, audience, reservation } = facts;
  const at = reservation.createdAt;
  const { deadlineAt } = ctx;
  const mode = modeOf(ctx);
  const judged = { merchantId, snapshot: facts.snapshot, proposal, at, evaluatedAt: at, audience };
  const result = await findWaysOut({ ...judged, mode, deadlineAt }, judge(facts));
  const run = runOf(merchantId, facts, result);
  if (result.decision !== "decline")
    throw new Error(`Refused for no reason: ${JSON.stringify(counters)}`);
  const check = write.check(run);
  const text = write.whole(check, null, run.timeZone);
  const kept = await keepRefusal(merchantId, hold, { text, at, mode, deadlineAt });
  if (kept.state === "in_flight") throw inFlight();
  if (kept.requestHash !== hold.requestHash) throw reused();
  const answer = repeat(merchantId, kept, write);
  const isReplay = answer.text !== text;
  if (!isReplay) logCheck(ctx, run, { source: "api", answer: check });
  return { ...answer, isReplay };
}

/**
 * Holds headroom for a charge, or refuses as a check would; once per Idempotency-Key. The decision, every
 * counter it moves and what a repeated key is told are one statement; a warning does not refuse.
 */
export async function reserve(
  ctx: Ctx,
  merchantId: string,
  question: ReservationQuestion,
  { request, write }: { request: OnceRequest; write: ReservationWriter },
): Promise<ReservationAnswer> {
  authorize(ctx, "reservations.write", merchantId);
  const { facts, hold, outcome } = await decide(ctx, merchantId, question, request);
  if (outcome.state === "stored") {
    if (outcome.requestHash !== hold.requestHash) throw reused();
    return { ...repeat(merchantId, outcome, write), isReplay: true };
  }
  const { counters } = outcome;
  const seen = { ...facts, snapshot: withCounted(facts.snapshot, counters) };
  if (outcome.state === "refused")
    return refuse(ctx, merchantId, { facts: seen, hold, counters }, write);
  const result = judge(seen);
  const run = runOf(merchantId, seen, result);
  const check = write.check(run);
  logCheck(ctx, run, { source: "api", answer: check });
  if (result.reasons.some(({ code }) => code === "LIMIT_NEARLY_REACHED"))
    tellReachedUsageSoon(ctx, merchantId, question.proposal.terminalId);
  return {
    status: 201,
    text: write.whole(check, facts.reservation, run.timeZone),
    isReplay: false,
  };
}

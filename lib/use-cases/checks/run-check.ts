import "server-only";
import { appendToCheckLog } from "@/lib/data/check-log";
import { readCheckCandidates, readCheckSnapshot } from "@/lib/data/check-snapshots";
import type { Ctx } from "@/lib/data/ctx";
import type { Actor } from "@/lib/domain/access/actor";
import { InvalidError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Instant } from "@/lib/domain/instant";
import type { CheckResult } from "@/lib/domain/limit-check/check-result";
import { evaluateCheck } from "@/lib/domain/limit-check/evaluate-check";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";
import {
  mayPassElsewhere,
  suggestTerminal,
  withTerminal,
} from "@/lib/domain/limit-check/suggest-terminal";
import { DAY_MS } from "@/lib/domain/zoned-time";
import { newId } from "@/lib/platform/ids";
import { checksTotal } from "@/lib/platform/metrics";
import { authorize } from "@/lib/use-cases/authorize";

/** A charge asked about; `occursAt` from 24 hours back to 31 days ahead, now when left out. */
export type CheckQuestion = { proposal: Proposal; occursAt?: Instant };

export type CheckRun = {
  checkId: string;
  merchantId: string;
  proposal: Proposal;
  result: CheckResult;
  /** The response-code profile and the time zone the answer is told in. */
  profile: string;
  timeZone: string;
};

const FARTHEST_BACK_MS = DAY_MS;
const FARTHEST_AHEAD_MS = 31 * DAY_MS;

const decided = {
  approve: checksTotal.labels("approve"),
  review: checksTotal.labels("review"),
  decline: checksTotal.labels("decline"),
};

function momentOf(occursAt: Instant | undefined, now: Instant): Instant {
  if (occursAt === undefined) return now;
  if (occursAt >= now - FARTHEST_BACK_MS && occursAt <= now + FARTHEST_AHEAD_MS) return occursAt;
  const detail = "From 24 hours back to 31 days ahead.";
  throw new InvalidError([{ pointer: "/occurs_at", code: "out_of_range", detail }]);
}

const audienceOf = (actor: Actor): "merchant" | "acquirer" => {
  if (actor.kind === "key") return actor.merchantId === ACQUIRER ? "acquirer" : "merchant";
  if (actor.kind !== "user") return "acquirer";
  return actor.memberships.some((m) => m.merchantId === ACQUIRER) ? "acquirer" : "merchant";
};

const actorIdOf = (actor: Actor): string => {
  if (actor.kind === "key") return actor.keyId;
  return actor.kind === "user" ? actor.userId : actor.kind;
};

async function decide(
  ctx: Ctx,
  merchantId: string,
  { proposal, occursAt }: CheckQuestion,
): Promise<{ result: CheckResult; snapshot: CheckSnapshot }> {
  const evaluatedAt = ctx.now().getTime();
  const at = momentOf(occursAt, evaluatedAt);
  const { terminalId } = proposal;
  const { deadlineAt } = ctx;
  const isNow = occursAt === undefined;
  const snapshot = await readCheckSnapshot(merchantId, terminalId, { at, isNow, deadlineAt });
  const options = { audience: audienceOf(ctx.actor), evaluatedAt };
  const result = evaluateCheck(snapshot, proposal, at, options);
  if (result.decision !== "decline" || !mayPassElsewhere(result)) return { result, snapshot };
  const moment = { terminalId, at, deadlineAt };
  const candidates = await readCheckCandidates(merchantId, snapshot, moment);
  const suggestion = suggestTerminal(snapshot, candidates, proposal, at);
  return { result: withTerminal(result, suggestion), snapshot };
}

/**
 * Decides whether a charge would be refused on our side, and logs the answer behind it. `write` makes the
 * answer's JSON of the run, once for the caller and the log.
 */
export async function runCheck(
  ctx: Ctx,
  merchantId: string,
  question: CheckQuestion,
  { source, write }: { source: "api" | "portal"; write: (run: CheckRun) => string },
): Promise<CheckRun & { answer: string }> {
  authorize(ctx, "checks.run", merchantId);
  const { proposal } = question;
  const { result, snapshot } = await decide(ctx, merchantId, question);
  const { profile, timeZone } = snapshot.acquirer;
  const run = { checkId: newId("chk"), merchantId, proposal, result, profile, timeZone };
  const answer = write(run);
  const { terminalId, amountMinor, currency } = proposal;
  const { decision, evaluatedAt } = result;
  const actorId = actorIdOf(ctx.actor);
  const { checkId } = run;
  const charge = { checkId, terminalId, amountMinor, currency };
  appendToCheckLog(merchantId, { ...charge, decision, source, actorId, evaluatedAt, answer });
  decided[decision].inc();
  return { ...run, answer };
}

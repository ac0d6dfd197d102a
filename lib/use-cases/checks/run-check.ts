import "server-only";
import { readCheckSnapshot } from "@/lib/data/check-snapshots";
import { type Ctx, modeOf } from "@/lib/data/ctx";
import { InvalidError } from "@/lib/domain/errors";
import type { Instant } from "@/lib/domain/instant";
import type { CheckResult } from "@/lib/domain/limit-check/check-result";
import { evaluateCheck } from "@/lib/domain/limit-check/evaluate-check";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";
import { DAY_MS } from "@/lib/domain/zoned-time";
import { audienceOf } from "@/lib/domain/access/audience";
import { newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/use-cases/authorize";
import { findWaysOut } from "@/lib/use-cases/find-ways-out";
import { type CheckRun, logCheck } from "@/lib/use-cases/log-check";

/** A charge asked about; `occursAt` from 24 hours back to 31 days ahead, now when left out. */
export type CheckQuestion = { proposal: Proposal; occursAt?: Instant };

const FARTHEST_BACK_MS = DAY_MS;
const FARTHEST_AHEAD_MS = 31 * DAY_MS;

function momentOf(occursAt: Instant | undefined, now: Instant): Instant {
  if (occursAt === undefined) return now;
  if (occursAt >= now - FARTHEST_BACK_MS && occursAt <= now + FARTHEST_AHEAD_MS) return occursAt;
  const detail = "From 24 hours back to 31 days ahead.";
  throw new InvalidError([{ pointer: "/occurs_at", code: "out_of_range", detail }]);
}

async function decide(
  ctx: Ctx,
  merchantId: string,
  { proposal, occursAt }: CheckQuestion,
): Promise<{ result: CheckResult; snapshot: CheckSnapshot }> {
  const evaluatedAt = ctx.now().getTime();
  const at = momentOf(occursAt, evaluatedAt);
  const { deadlineAt } = ctx;
  const mode = modeOf(ctx);
  const moment = { at, now: evaluatedAt, mode, deadlineAt };
  const snapshot = await readCheckSnapshot(merchantId, proposal.terminalId, moment);
  const audience = audienceOf(ctx.actor);
  const result = evaluateCheck(snapshot, proposal, at, { audience, evaluatedAt });
  const judged = { merchantId, snapshot, proposal, at, evaluatedAt, audience, mode, deadlineAt };
  return { result: await findWaysOut(judged, result), snapshot };
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
  logCheck(ctx, run, { source, answer });
  return { ...run, answer };
}

import "server-only";
import { appendToCheckLog } from "@/lib/data/check-log";
import { type Ctx, modeOf } from "@/lib/data/ctx";
import type { Actor } from "@/lib/domain/access/actor";
import type { CheckResult } from "@/lib/domain/limit-check/check-result";
import type { Proposal } from "@/lib/domain/limit-check/snapshot";
import { checksTotal } from "@/lib/platform/metrics";

export type CheckRun = {
  checkId: string;
  merchantId: string;
  proposal: Proposal;
  result: CheckResult;
  /** The response-code profile and the time zone the answer is told in. */
  profile: string;
  timeZone: string;
};

const decided = {
  approve: checksTotal.labels("approve"),
  review: checksTotal.labels("review"),
  decline: checksTotal.labels("decline"),
};

const actorIdOf = (actor: Actor): string => {
  if (actor.kind === "key") return actor.keyId;
  return actor.kind === "user" ? actor.userId : actor.kind;
};

/** Logs a check behind its answer, `answer` being that answer's JSON. */
export function logCheck(
  ctx: Pick<Ctx, "actor" | "mode">,
  { checkId, merchantId, proposal, result }: CheckRun,
  { source, answer }: { source: "api" | "portal"; answer: string },
): void {
  const { terminalId, amountMinor, currency } = proposal;
  const { decision, evaluatedAt } = result;
  const charge = { checkId, terminalId, amountMinor, currency };
  const actorId = actorIdOf(ctx.actor);
  appendToCheckLog(modeOf(ctx), merchantId, {
    ...charge,
    decision,
    source,
    actorId,
    evaluatedAt,
    answer,
  });
  decided[decision].inc();
}

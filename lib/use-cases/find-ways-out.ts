import "server-only";
import { readRollingEntries } from "@/lib/data/check-counts";
import { readCheckCandidates } from "@/lib/data/check-snapshots";
import type { Instant } from "@/lib/domain/instant";
import type { Mode } from "@/lib/domain/mode";
import type { CheckResult } from "@/lib/domain/limit-check/check-result";
import { evaluateCheck } from "@/lib/domain/limit-check/evaluate-check";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";
import {
  mayPassElsewhere,
  suggestTerminal,
  withTerminal,
} from "@/lib/domain/limit-check/suggest-terminal";

/** A charge judged at a moment, `evaluatedAt` being the present. */
export type Judged = {
  merchantId: string;
  snapshot: CheckSnapshot;
  proposal: Proposal;
  at: Instant;
  evaluatedAt: Instant;
  audience: "merchant" | "acquirer";
  mode: Mode;
  deadlineAt?: number;
};

/** Reads when the charges of the rolling limits in this currency will leave their windows. */
async function withEntries(judged: Judged): Promise<CheckSnapshot> {
  const { merchantId, snapshot, proposal } = judged;
  const rolling = snapshot.limits.flatMap(({ limitId, window, currency }) =>
    window === "rolling" && currency === proposal.currency ? limitId : [],
  );
  if (rolling.length === 0) return snapshot;
  const entries = await readRollingEntries(merchantId, rolling, judged);
  const limits = snapshot.limits.map((limit) => {
    const found = entries.get(limit.limitId);
    return found ? { ...limit, entries: found } : limit;
  });
  return { ...snapshot, limits };
}

/** A refusal with the ways out that need another look at the database: waiting and other terminals. */
export async function findWaysOut(judged: Judged, result: CheckResult): Promise<CheckResult> {
  if (result.decision !== "decline") return result;
  const { merchantId, proposal, at, evaluatedAt, audience, mode, deadlineAt } = judged;
  const snapshot = await withEntries(judged);
  const whole =
    snapshot === judged.snapshot
      ? result
      : evaluateCheck(snapshot, proposal, at, { audience, evaluatedAt });
  if (!mayPassElsewhere(whole)) return whole;
  const moment = { terminalId: proposal.terminalId, at, now: evaluatedAt, mode, deadlineAt };
  const candidates = await readCheckCandidates(merchantId, snapshot, moment);
  return withTerminal(whole, suggestTerminal(snapshot, candidates, proposal, at));
}

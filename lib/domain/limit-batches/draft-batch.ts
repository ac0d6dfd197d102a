import type { BiggestRaise, LimitBatch } from "@/lib/domain/limit-batches/limit-batch";
import type { Draft } from "@/lib/domain/limit-requests/draft-request";
import { requireMove } from "@/lib/domain/limit-requests/require-move";

type Asked = Draft["request"];

/** How far a maximum goes up: without end where it is removed, not at all where there was none. */
function factorOf({ current, requested }: Asked): number {
  const [from, to] = [current.maxAmountMinor, requested.maxAmountMinor];
  if (from === null) return 0;
  return to === null ? Infinity : to / Math.max(1, from);
}

/** The raise that goes furthest: a removed maximum first, then the biggest factor. */
export function biggestRaise(requests: readonly Asked[]): BiggestRaise {
  const first = requests.reduce((one, other) => (factorOf(other) > factorOf(one) ? other : one));
  const { currency, current, requested } = first;
  return { currency, fromMinor: current.maxAmountMinor, toMinor: requested.maxAmountMinor };
}

export type BatchDraft = Omit<
  LimitBatch,
  "approvals" | "resolvedAt" | "version" | "decisions" | "state"
> & { state: "submitted" | "in_review" };

/** A batch of these requests: it needs as many approvals as the one that needs most, due with the first. */
export function draftBatch(
  requests: readonly Asked[],
  batch: Pick<LimitBatch, "limitBatchId" | "justification" | "maker" | "submittedAt">,
): BatchDraft {
  const ends = requests.map(({ endsAt }) => endsAt ?? Infinity);
  const lastEnd = ends.reduce((one, other) => Math.max(one, other), -Infinity);
  return {
    ...batch,
    state: requireMove("draft", "submit") as "submitted",
    limitsCount: requests.length,
    merchantsCount: new Set(requests.map(({ merchantId }) => merchantId)).size,
    raise: biggestRaise(requests),
    requiredApprovals: requests.reduce((most, one) => Math.max(most, one.requiredApprovals), 1),
    dueAt: requests.reduce((first, { dueAt }) => Math.min(first, dueAt), Infinity),
    endsAt: Number.isFinite(lastEnd) ? lastEnd : null,
  };
}

import type { Instant } from "@/lib/domain/instant";
import type { CheckResult, Suggestion } from "@/lib/domain/limit-check/check-result";
import { evaluateReasons, isDeclined } from "@/lib/domain/limit-check/evaluate-reasons";
import { headroomAmong } from "@/lib/domain/limit-check/headroom";
import type { ReasonCode } from "@/lib/domain/limit-check/reason-codes";
import type { CheckSnapshot, Proposal, TerminalState } from "@/lib/domain/limit-check/snapshot";

/** How many other terminals are tried at most. */
export const MAX_CANDIDATES = 20;

type Candidate = { terminalId: string; isSameStore: boolean; amountMinor: number };

function storeOf({ terminal }: CheckSnapshot): string | null {
  return terminal === null || terminal === "other_merchant" ? null : terminal.store;
}

function tryTerminal(
  snapshot: CheckSnapshot & { terminal: TerminalState },
  original: Proposal,
  store: string | null,
  at: Instant,
): Candidate | null {
  const { terminalId } = snapshot.terminal;
  const proposal = { ...original, terminalId };
  const reasons = evaluateReasons(snapshot, proposal, at);
  if (isDeclined(reasons)) return null;
  const { amountMinor } = headroomAmong(reasons, snapshot, proposal, at);
  const isSameStore = store !== null && snapshot.terminal.store === store;
  return { terminalId, isSameStore, amountMinor: amountMinor ?? Infinity };
}

function betterFirst(one: Candidate, other: Candidate): number {
  if (one.isSameStore !== other.isSameStore) return one.isSameStore ? -1 : 1;
  if (one.amountMinor !== other.amountMinor) return one.amountMinor > other.amountMinor ? -1 : 1;
  return one.terminalId < other.terminalId ? -1 : 1;
}

/**
 * Another terminal that takes the charge: of the same store before others, then with the most headroom, then
 * the lowest id. `candidates` are the merchant's other terminals; the first 20 are tried.
 */
export function suggestTerminal(
  snapshot: CheckSnapshot,
  candidates: readonly CheckSnapshot[],
  proposal: Proposal,
  at: Instant,
): Extract<Suggestion, { kind: "use_terminal" }> | null {
  const store = storeOf(snapshot);
  const [best] = candidates
    .slice(0, MAX_CANDIDATES)
    .flatMap((candidate) => {
      const { terminal } = candidate;
      if (terminal === null || terminal === "other_merchant") return [];
      return tryTerminal({ ...candidate, terminal }, proposal, store, at) ?? [];
    })
    .toSorted(betterFirst);
  return best === undefined ? null : { kind: "use_terminal", terminalId: best.terminalId };
}

/** What stands in the way at every terminal of the merchant alike. */
const EVERYWHERE: readonly ReasonCode[] = [
  "MERCHANT_NOT_FOUND",
  "MERCHANT_CLOSED",
  "MERCHANT_SUSPENDED",
  "PAYMENT_ACCEPTANCE_DISABLED",
  "CARD_EXPIRED",
  "MAINTENANCE_OUTAGE",
];

/** False when a reason blocks at every terminal of the merchant, so that trying others is idle. */
export function mayPassElsewhere({ reasons }: Pick<CheckResult, "reasons">): boolean {
  return !reasons.some(
    ({ code, severity, about }) =>
      EVERYWHERE.includes(code) ||
      (severity === "block" && about.kind === "limit" && about.scope === "merchant"),
  );
}

/** The answer with one more suggestion in its place: before any limit change. */
export function withTerminal(
  result: CheckResult,
  suggestion: Extract<Suggestion, { kind: "use_terminal" }> | null,
): CheckResult {
  if (suggestion === null) return result;
  const place = result.suggestions.findIndex(({ kind }) => kind === "request_limit_change");
  const suggestions =
    place === -1
      ? [...result.suggestions, suggestion]
      : result.suggestions.toSpliced(place, 0, suggestion);
  return { ...result, suggestions };
}

import type { Instant } from "@/lib/domain/instant";
import { bindingLimits } from "@/lib/domain/limit-check/binding-limits";
import type { Reason } from "@/lib/domain/limit-check/reason";
import { REASON_CODES, type ReasonCode } from "@/lib/domain/limit-check/reason-codes";
import type {
  MerchantSnapshot,
  Moment,
  Rule,
  TerminalSnapshot,
} from "@/lib/domain/limit-check/rule";
import { IDENTITY_RULES, MERCHANT_RULES, RULES } from "@/lib/domain/limit-check/rules";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";
import { LIMIT_SCOPES } from "@/lib/domain/limits/limit";

function inPrecedence<R>(rules: Partial<Record<ReasonCode, R>>): readonly R[] {
  return REASON_CODES.flatMap((code) => rules[code] ?? []);
}

const MERCHANT_ONLY_RULES = inPrecedence<Rule<MerchantSnapshot>>({
  ...IDENTITY_RULES,
  ...MERCHANT_RULES,
});
const ALL_RULES = inPrecedence<Rule<TerminalSnapshot>>(RULES);
const NO_LIMITS: Moment["limits"] = [];

function hasMerchant(snapshot: CheckSnapshot): snapshot is MerchantSnapshot {
  return snapshot.merchant !== null;
}

function hasTerminal(snapshot: MerchantSnapshot): snapshot is TerminalSnapshot {
  return snapshot.terminal !== null && snapshot.terminal !== "other_merchant";
}

function applyRules<S extends CheckSnapshot>(
  rules: readonly Rule<S>[],
  snapshot: S,
  proposal: Proposal,
  moment: Moment,
): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const rule of rules) {
    const found = rule(snapshot, proposal, moment);
    if (found.length === 1) reasons.push(...found);
    else if (found.length > 1) reasons.push(...found.toSorted(tighterFirst));
  }
  return reasons;
}

/** Among reasons of one code: terminal, store, merchant; then least remaining. */
function tighterFirst(one: Reason, other: Reason): number {
  if (one.about.kind !== "limit" || other.about.kind !== "limit") return 0;
  const byScope = LIMIT_SCOPES.indexOf(one.about.scope) - LIMIT_SCOPES.indexOf(other.about.scope);
  return byScope || one.about.remaining - other.about.remaining;
}

/**
 * Every reason for or against a charge at a moment, in falling precedence. An unknown merchant is the only
 * reason; with an unknown terminal only the merchant's own state is told.
 */
export function evaluateReasons(
  snapshot: CheckSnapshot,
  proposal: Proposal,
  at: Instant,
): readonly Reason[] {
  if (!hasMerchant(snapshot))
    return IDENTITY_RULES.MERCHANT_NOT_FOUND(snapshot, proposal, { at, limits: NO_LIMITS });
  if (!hasTerminal(snapshot))
    return applyRules(MERCHANT_ONLY_RULES, snapshot, proposal, { at, limits: NO_LIMITS });
  const limits = bindingLimits(snapshot, proposal, at);
  return applyRules(ALL_RULES, snapshot, proposal, { at, limits });
}

/** A charge is declined when any reason blocks; blocking reasons come first. */
export function isDeclined(reasons: readonly Reason[]): boolean {
  return reasons[0]?.severity === "block";
}

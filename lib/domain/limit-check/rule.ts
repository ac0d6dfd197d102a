import type { Instant } from "@/lib/domain/instant";
import type { BindingLimit } from "@/lib/domain/limit-check/binding-limits";
import type { Reason } from "@/lib/domain/limit-check/reason";
import type {
  CheckSnapshot,
  MerchantState,
  Proposal,
  TerminalState,
} from "@/lib/domain/limit-check/snapshot";

/** The moment a charge is judged at, with the limits that bind it then. */
export type Moment = { at: Instant; limits: readonly BindingLimit[] };

export type MerchantSnapshot = CheckSnapshot & { merchant: MerchantState };
export type TerminalSnapshot = MerchantSnapshot & { terminal: TerminalState };

/** One rule finds the reasons of one code; most find none. */
export type Rule<S extends CheckSnapshot = CheckSnapshot> = (
  snapshot: S,
  proposal: Proposal,
  moment: Moment,
) => readonly Reason[];

/** The one answer of a rule that has nothing to say. */
export const NO_REASONS: readonly Reason[] = [];

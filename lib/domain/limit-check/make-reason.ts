import {
  assumedAttributes,
  type BindingLimit,
  countedOf,
  type Measure,
} from "@/lib/domain/limit-check/binding-limits";
import type { LimitFigures, Reason, ReasonSubject } from "@/lib/domain/limit-check/reason";
import type { ReasonCode } from "@/lib/domain/limit-check/reason-codes";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";
import { TRAITS } from "@/lib/domain/limit-check/traits";
import type { Instant } from "@/lib/domain/instant";
import { remainingOf, resetsAt } from "@/lib/domain/limits/counting";

/** A reason with its code's traits and the response code the profile in use expects for it. */
export function makeReason(
  code: ReasonCode,
  snapshot: CheckSnapshot,
  about: ReasonSubject = { kind: "none" },
): Reason {
  const { severity, owner, cause, action } = TRAITS[code];
  const expectedCode = snapshot.acquirer.expectedCodes[code] ?? null;
  return { code, severity, owner, cause, action, expectedCode, about };
}

/** The figures of a limit as a reason tells them; one for a single charge has nothing used or reserved. */
export function limitFigures(
  binding: BindingLimit,
  measure: Measure,
  bound: number,
  [snapshot, proposal, at]: readonly [CheckSnapshot, Proposal, Instant],
): LimitFigures {
  const { limit, counter } = binding;
  const isSingle = limit.window === "per_transaction";
  const [used, reserved] = countedOf(binding, measure);
  return {
    kind: "limit",
    limitId: limit.limitId,
    scope: limit.scope,
    store: limit.store,
    terminalId: limit.terminalId,
    window: limit.window,
    windowSeconds: limit.windowSeconds,
    measure,
    currency: limit.currency,
    limit: bound,
    used: isSingle ? null : used,
    reserved: isSingle ? null : reserved,
    remaining: remainingOf(bound, used, reserved),
    resetsAt: resetsAt(limit.window, counter, at, snapshot.acquirer),
    assumed: assumedAttributes(limit.filters, proposal),
  };
}

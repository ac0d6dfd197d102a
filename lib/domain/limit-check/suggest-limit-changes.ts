import type { Suggestion } from "@/lib/domain/limit-check/check-result";
import type { LimitFigures, Reason } from "@/lib/domain/limit-check/reason";
import type { Proposal } from "@/lib/domain/limit-check/snapshot";
import { MAX_AMOUNT_MINOR } from "@/lib/domain/money";

type LimitChange = Extract<Suggestion, { kind: "request_limit_change" }>;
type ChangedValues = Pick<LimitChange, "maxAmountMinor" | "maxCount" | "minAmountMinor">;

/** The least change of one value after which the charge passes; none when a limit cannot be that high. */
function changeFor(code: Reason["code"], figures: LimitFigures, proposal: Proposal): ChangedValues {
  if (code === "AMOUNT_BELOW_MINIMUM") return { minAmountMinor: proposal.amountMinor };
  const counted = (figures.used ?? 0) + (figures.reserved ?? 0);
  if (figures.measure === "count") return { maxCount: counted + 1 };
  return { maxAmountMinor: counted + proposal.amountMinor };
}

function isPossible({ maxAmountMinor = 0, maxCount = 0 }: ChangedValues): boolean {
  return maxAmountMinor <= MAX_AMOUNT_MINOR && maxCount <= MAX_AMOUNT_MINOR;
}

/** For each limit that blocks, the least change that lets this charge pass that limit. */
export function suggestLimitChanges(
  reasons: readonly Reason[],
  proposal: Proposal,
): readonly Suggestion[] {
  const changes = new Map<string, LimitChange>();
  for (const { code, severity, about } of reasons) {
    if (severity !== "block" || about.kind !== "limit") continue;
    const { limitId, currency } = about;
    const change = changes.get(limitId) ?? { kind: "request_limit_change", limitId, currency };
    changes.set(limitId, { ...change, ...changeFor(code, about, proposal) });
  }
  return [...changes.values()].filter(isPossible);
}

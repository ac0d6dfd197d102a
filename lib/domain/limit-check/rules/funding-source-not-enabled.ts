import { makeReason } from "@/lib/domain/limit-check/make-reason";
import { NO_REASONS, type Rule, type TerminalSnapshot } from "@/lib/domain/limit-check/rule";

/** A funding source that was given and that the terminal does not take; an empty list takes all. */
export const fundingSourceNotEnabled: Rule<TerminalSnapshot> = (snapshot, { fundingSource }) => {
  const enabled: readonly string[] = snapshot.terminal.fundingSources;
  if (fundingSource === undefined || enabled.length === 0 || enabled.includes(fundingSource))
    return NO_REASONS;
  const about = { kind: "attribute", value: fundingSource, enabled } as const;
  return [makeReason("FUNDING_SOURCE_NOT_ENABLED", snapshot, about)];
};

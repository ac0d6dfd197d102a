import { makeReason } from "@/lib/domain/limit-check/make-reason";
import { NO_REASONS, type Rule, type TerminalSnapshot } from "@/lib/domain/limit-check/rule";

/** An entry mode that was given and that the terminal is not set up for; an empty list takes all. */
export const entryModeNotEnabled: Rule<TerminalSnapshot> = (snapshot, { entryMode }) => {
  const enabled: readonly string[] = snapshot.terminal.entryModes;
  if (entryMode === undefined || enabled.length === 0 || enabled.includes(entryMode))
    return NO_REASONS;
  const about = { kind: "attribute", value: entryMode, enabled } as const;
  return [makeReason("ENTRY_MODE_NOT_ENABLED", snapshot, about)];
};

import { makeReason } from "@/lib/domain/limit-check/make-reason";
import { NO_REASONS, type Rule, type TerminalSnapshot } from "@/lib/domain/limit-check/rule";

/** A terminal in any other state than deployed. */
export const terminalInactive: Rule<TerminalSnapshot> = (snapshot) => {
  const { status } = snapshot.terminal;
  if (status === "deployed") return NO_REASONS;
  const about = { kind: "status", status, statusReason: null } as const;
  return [makeReason("TERMINAL_INACTIVE", snapshot, about)];
};

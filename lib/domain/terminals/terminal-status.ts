import type { TerminalStatus } from "@/lib/domain/limit-check/snapshot";

export const TERMINAL_STATUSES = [
  "inventory",
  "deployed",
  "inactive",
  "lost",
  "retired",
] as const satisfies readonly TerminalStatus[];

/**
 * A retired terminal stays retired, and a lost one may turn up again: every other status may follow every other
 * one. A terminals file may still correct a status, also one that was set to retired by mistake.
 */
export const terminalMayBecome = (from: TerminalStatus, to: TerminalStatus): boolean =>
  from !== "retired" && from !== to;

/** What a change of status does to charges: only a deployed terminal takes any. */
export function effectOfStatus(
  from: TerminalStatus,
  to: TerminalStatus,
): "stops" | "starts" | "none" {
  if ((from === "deployed") === (to === "deployed")) return "none";
  return to === "deployed" ? "starts" : "stops";
}

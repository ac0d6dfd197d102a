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

export const STATUS_EFFECTS = ["stops", "starts", "none"] as const;
type StatusEffect = (typeof STATUS_EFFECTS)[number];

/** What a change of status does to charges: only a deployed terminal takes any. */
export function effectOfStatus(from: TerminalStatus, to: TerminalStatus): StatusEffect {
  if ((from === "deployed") === (to === "deployed")) return "none";
  return to === "deployed" ? "starts" : "stops";
}

/** How many terminals' changes of status do what to charges; a status that stays is none. */
export function countEffects(
  changes: readonly { from: TerminalStatus; to: TerminalStatus }[],
): Record<StatusEffect, number> {
  const counts = { stops: 0, starts: 0, none: 0 };
  for (const { from, to } of changes) if (from !== to) counts[effectOfStatus(from, to)] += 1;
  return counts;
}

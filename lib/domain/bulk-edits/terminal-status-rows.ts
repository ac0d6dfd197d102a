import type { TerminalStatusEdit } from "@/lib/domain/bulk-edits/bulk-edit";
import type { BulkTarget } from "@/lib/domain/bulk-edits/limit-edit-rows";
import { fault, type ImportRows } from "@/lib/domain/imports/import-plan";
import type { RegisteredTerminal, TerminalRow } from "@/lib/domain/registry";
import { terminalMayBecome } from "@/lib/domain/terminals/terminal-status";

/** The selected terminals as rows of a file that sets one status; one that may not have it is at fault. */
export function terminalStatusRows(
  targets: readonly BulkTarget[],
  known: ReadonlyMap<string, RegisteredTerminal>,
  { status, reason }: Pick<TerminalStatusEdit, "status" | "reason">,
): ImportRows<TerminalRow> {
  const found: ImportRows<TerminalRow> = { rows: [], faults: [] };
  for (const [index, { merchantId, terminalId }] of targets.entries()) {
    const line = index + 1;
    const terminal = known.get(terminalId ?? "");
    const about = { merchantId, terminalId };
    if (terminal?.merchantId !== merchantId) {
      const detail = `terminal_id: the merchant has no terminal ${terminalId}`;
      found.faults.push({ ...fault(line, detail), about });
    } else if (terminal.status !== status && !terminalMayBecome(terminal.status, status)) {
      const detail = "status: a retired terminal stays retired";
      found.faults.push({ ...fault(line, detail), about });
    } else {
      const value = { merchantId, terminalId: terminal.terminalId, status, statusReason: reason };
      found.rows.push({ line, value });
    }
  }
  return found;
}

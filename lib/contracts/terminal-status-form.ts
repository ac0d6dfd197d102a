import { z } from "zod";
import { merchantId, terminalId } from "@/lib/contracts/record-ids";
import { TERMINAL_STATUSES } from "@/lib/domain/terminals/terminal-status";

/** A new status of a terminal, with the reason the merchant will read. */
export const TerminalStatusForm = z.strictObject({
  merchantId,
  terminalId,
  status: z.enum(TERMINAL_STATUSES),
  reason: z.string().trim().min(5, { error: "too_short" }).max(300, { error: "too_long" }),
  seenVersion: z.int(),
});
export type TerminalStatusForm = z.infer<typeof TerminalStatusForm>;

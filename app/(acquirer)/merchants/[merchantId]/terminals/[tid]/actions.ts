"use server";

import { revalidatePath } from "next/cache";
import { TerminalStatusForm } from "@/lib/contracts/terminal-status-form";
import { action } from "@/lib/http/action";
import { setTerminalStatus } from "@/lib/use-cases/terminals/set-terminal-status";

export const setStatus = action(TerminalStatusForm, async ({ ctx }, { merchantId, ...change }) => {
  await setTerminalStatus(ctx, merchantId, change);
  revalidatePath(`/merchants/${merchantId}/terminals/${change.terminalId}`);
});

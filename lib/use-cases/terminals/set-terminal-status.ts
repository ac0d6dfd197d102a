import "server-only";
import { ConflictError, InvalidError, NotFoundError } from "@/lib/domain/errors";
import type { TerminalStatus } from "@/lib/domain/limit-check/snapshot";
import { terminalMayBecome } from "@/lib/domain/terminals/terminal-status";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { notifyOwners } from "@/lib/data/notifications";
import { findTerminal, setTerminalStatus as writeStatus } from "@/lib/data/terminals";
import { authorize } from "@/lib/use-cases/authorize";

export type TerminalStatusChange = {
  terminalId: string;
  status: TerminalStatus;
  reason: string;
  seenVersion: number;
};

const OUTDATED = "Somebody else changed this terminal; look again.";

/** Changes a terminal's status; checks heed it from the next one on, and the merchant's owners are told. */
export async function setTerminalStatus(
  ctx: Ctx,
  merchantId: string,
  { terminalId, status, reason, seenVersion }: TerminalStatusChange,
): Promise<void> {
  authorize(ctx, "terminals.set_status", merchantId);
  await withMerchant(ctx, merchantId, async (db) => {
    const terminal = await findTerminal(db, merchantId, terminalId);
    if (!terminal) throw new NotFoundError();
    if (terminal.version !== seenVersion) throw new ConflictError(OUTDATED);
    if (!terminalMayBecome(terminal.status, status)) {
      const detail = `A terminal that is ${terminal.status} cannot become ${status}.`;
      throw new InvalidError([{ pointer: "/status", code: "not_allowed", detail }]);
    }
    const next = { status, reason, at: ctx.now() };
    const written = await writeStatus(db, { merchantId, terminalId }, seenVersion, next);
    if (!written) throw new ConflictError(OUTDATED);
    await notifyOwners(db, merchantId, ctx, {
      kind: "terminal_status_changed",
      params: { terminalId, from: terminal.status, to: status, reason, terminals: 1 },
      href: `/terminals/${terminalId}`,
    });
    await recordAuditEvent(db, merchantId, ctx, {
      action: "terminal.set_status",
      ...{ subjectKind: "terminal", subjectId: terminalId },
      before: { status: terminal.status },
      after: { status, reason },
    });
  });
}

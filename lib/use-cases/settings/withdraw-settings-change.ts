import "server-only";
import { ConflictError, ForbiddenError, NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { mayWithdrawChange } from "@/lib/domain/settings/settings-change";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { findSettingsChange, setSettingsChangeDecided } from "@/lib/data/settings-changes";
import { authorize, authorizePerson } from "@/lib/use-cases/authorize";
import { settingsAudit } from "@/lib/use-cases/settings-audit";

/** Takes back a change one has proposed oneself. */
export async function withdrawSettingsChange(ctx: Ctx, changeId: string): Promise<void> {
  authorize(ctx, "settings.change", ACQUIRER);
  const { userId, name } = authorizePerson(ctx);
  await withAcquirer(ctx, async (db) => {
    const change = await findSettingsChange(db, changeId);
    if (!change) throw new NotFoundError();
    if (!mayWithdrawChange(ctx.actor, change)) throw new ForbiddenError();
    const outcome = { state: "withdrawn", userId, name } as const;
    if (!(await setSettingsChangeDecided(db, changeId, outcome, ctx.now()))) {
      throw new ConflictError("This change does not wait any more.");
    }
    const entry = settingsAudit("settings_change.withdraw", change, changeId);
    await recordAuditEvent(db, ACQUIRER, ctx, entry);
  });
}

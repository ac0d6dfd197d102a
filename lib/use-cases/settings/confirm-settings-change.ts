import "server-only";
import { ConflictError, ForbiddenError, NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { mayDecideChange } from "@/lib/domain/settings/settings-change";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { findSettingsChange, setSettingsChangeDecided } from "@/lib/data/settings-changes";
import { setSettingsValue } from "@/lib/data/settings-values";
import { assertApplicable } from "@/lib/use-cases/apply-settings";
import { authorize, authorizePerson } from "@/lib/use-cases/authorize";
import { settingsAudit } from "@/lib/use-cases/settings-audit";

/** Makes the change another person proposed, unless what it was made of no longer stands. */
export async function confirmSettingsChange(ctx: Ctx, changeId: string): Promise<void> {
  authorize(ctx, "settings.confirm", ACQUIRER);
  const { userId, name } = authorizePerson(ctx);
  await withAcquirer(ctx, async (db) => {
    const change = await findSettingsChange(db, changeId);
    // Somebody invited comes with a link, which only the act that makes it shows.
    if (!change || change.kind === "invitation") throw new NotFoundError();
    if (!mayDecideChange(ctx.actor, change)) throw new ForbiddenError();
    await assertApplicable(db, ctx.actor, change);
    const outcome = { state: "confirmed", userId, name } as const;
    if (!(await setSettingsChangeDecided(db, changeId, outcome, ctx.now()))) {
      throw new ConflictError("This change does not wait any more.");
    }
    await setSettingsValue(db, change);
    const entry = settingsAudit("settings_change.confirm", change, changeId);
    await recordAuditEvent(db, ACQUIRER, ctx, entry);
  });
}

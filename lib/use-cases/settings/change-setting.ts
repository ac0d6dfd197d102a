import "server-only";
import { ConflictError, InvalidError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import {
  isSameValue,
  needsSecondPerson,
  permissionFor,
  type ProposedKind,
  type SettingsWish,
} from "@/lib/domain/settings/settings-change";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { createSettingsChange } from "@/lib/data/settings-changes";
import { setSettingsValue } from "@/lib/data/settings-values";
import { newId } from "@/lib/platform/ids";
import { assertApplicable } from "@/lib/use-cases/apply-settings";
import { authorize, authorizePerson } from "@/lib/use-cases/authorize";
import { settingsAudit } from "@/lib/use-cases/settings-audit";

type Proposable = Extract<SettingsWish, { kind: ProposedKind }>;

/** Changes a setting at once, or proposes the change where a second person must confirm it. */
export async function changeSetting(ctx: Ctx, wish: SettingsWish): Promise<"applied" | "proposed"> {
  authorize(ctx, permissionFor(wish.kind), ACQUIRER);
  const { userId, name } = authorizePerson(ctx);
  if (isSameValue(wish.before, wish.after)) {
    const detail = "This changes nothing.";
    throw new InvalidError([{ pointer: "/after", code: "changes_nothing", detail }], detail);
  }
  return withAcquirer(ctx, async (db) => {
    await assertApplicable(db, ctx.actor, wish);
    if (!needsSecondPerson(wish)) {
      await setSettingsValue(db, wish);
      const action = wish.kind === "roles" ? "user.set_roles" : "settings.set";
      await recordAuditEvent(db, ACQUIRER, ctx, settingsAudit(action, wish, null));
      return "applied";
    }
    const changeId = newId("chg");
    const by = { proposedByUserId: userId, proposedByName: name };
    const proposal = { ...(wish as Proposable), changeId, ...by };
    if (!(await createSettingsChange(db, proposal, ctx.now()))) {
      throw new ConflictError("A change of this setting waits already.", "change-waits");
    }
    const entry = settingsAudit("settings_change.propose", wish, changeId);
    await recordAuditEvent(db, ACQUIRER, ctx, entry);
    return "proposed";
  });
}

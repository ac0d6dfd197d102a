import "server-only";
import { mayBeInvited } from "@/lib/domain/access/invitations";
import { type IssuedLink, SIGN_UP_LINK_MS } from "@/lib/domain/access/sign-up-links";
import { ConflictError, ForbiddenError, NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { mayDecideChange } from "@/lib/domain/settings/settings-change";
import { recordAuditEvents } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { revokeSessionsOf } from "@/lib/data/sessions";
import { findSettingsChange, setSettingsChangeDecided } from "@/lib/data/settings-changes";
import { lockSettings } from "@/lib/data/settings-values";
import { createSignUpLink } from "@/lib/data/sign-up-links";
import { createMembership, listMembershipsOf, setUser, takeUser } from "@/lib/data/users";
import { authorize, authorizePerson } from "@/lib/use-cases/authorize";
import { settingsAudit } from "@/lib/use-cases/settings-audit";

/**
 * Makes whom another person proposed one of the acquirer's people, with a one-time link; a password set
 * before by whoever had the e-mail goes.
 */
export async function confirmInvitation(ctx: Ctx, changeId: string): Promise<IssuedLink> {
  authorize(ctx, "settings.confirm", ACQUIRER);
  const confirmer = authorizePerson(ctx);
  const at = ctx.now();
  const expiresAt = new Date(at.getTime() + SIGN_UP_LINK_MS);
  return withAcquirer(ctx, async (db) => {
    await lockSettings(db);
    const change = await findSettingsChange(db, changeId);
    if (change?.kind !== "invitation") throw new NotFoundError();
    if (!mayDecideChange(ctx.actor, change)) throw new ForbiddenError();
    const outcome = { state: "confirmed", userId: confirmer.userId, name: confirmer.name } as const;
    if (!(await setSettingsChangeDecided(db, changeId, outcome, at))) {
      throw new ConflictError("This invitation does not wait any more.");
    }
    const person = await takeUser(db, change.key, at);
    const { userId } = person;
    const memberships = await listMembershipsOf(db, userId);
    if (!mayBeInvited({ ...person, memberships })) {
      throw new ConflictError("This e-mail has become somebody's.", "settings-moved");
    }
    const { name, roles } = change.after;
    await setUser(db, userId, { name: name ?? person.name, passwordHash: null });
    await revokeSessionsOf(db, userId, at);
    for (const role of roles) await createMembership(db, ACQUIRER, userId, role);
    const link = { userId, at, expiresAt, createdBy: confirmer.userId };
    const token = await createSignUpLink(db, link);
    const { key: email, proposedByName: askedBy } = change;
    const after = { email, roles, askedBy, expiresAt: expiresAt.toISOString() };
    const made = { action: "user.invite" as const, subjectKind: "user", subjectId: userId, after };
    const confirmed = settingsAudit("settings_change.confirm", change, changeId);
    const events = [confirmed, made].map((one) => ({ ...one, merchantId: ACQUIRER }));
    await recordAuditEvents(db, ctx, events);
    return { token, expiresAt: expiresAt.getTime() };
  });
}

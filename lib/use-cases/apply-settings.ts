import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { mayBeInvited } from "@/lib/domain/access/invitations";
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { REASON_CODES } from "@/lib/domain/limit-check/reason-codes";
import { isSameValue, type SettingsWish } from "@/lib/domain/settings/settings-change";
import type { Db } from "@/lib/data/ctx";
import { countOtherAdmins } from "@/lib/data/people";
import { listProfileIds, listResponseCodes } from "@/lib/data/response-codes";
import { lockSettings, readSettingsValue } from "@/lib/data/settings-values";
import { findUser, findUserByEmail, listMembershipsOf } from "@/lib/data/users";

const invalid = (pointer: string, code: string, detail: string) =>
  new InvalidError([{ pointer, code, detail }], detail);

async function assertProfile(db: Db, profileId: string): Promise<void> {
  if ((await listProfileIds(db)).includes(profileId)) return;
  throw invalid("/after/responseCodeProfile", "unknown", "There is no such profile.");
}

async function assertCodes(
  db: Db,
  { key, after }: Extract<SettingsWish, { kind: "reason_code_map" }>,
): Promise<void> {
  await assertProfile(db, key);
  const codes = new Set((await listResponseCodes(db, key)).map(({ code }) => code));
  for (const [reason, code] of Object.entries(after)) {
    const isReason = (REASON_CODES as readonly string[]).includes(reason);
    if (isReason && (code === null || codes.has(code))) continue;
    throw invalid(`/after/${reason}`, "unknown", "There is no such reason or code.");
  }
}

/** Nobody changes their own roles, one role is left, and an admin who can sign in stays. */
async function assertRoles(
  db: Db,
  actor: Actor,
  { key: userId, before, after }: Extract<SettingsWish, { kind: "roles" }>,
): Promise<void> {
  if (actor.kind !== "user" || actor.userId === userId) throw new ForbiddenError();
  const user = await findUser(db, userId);
  if (!user || user.isDeactivated || before.roles.length === 0) throw new NotFoundError();
  if (after.roles.length === 0) {
    throw invalid("/after/roles", "no_role", "Leave one role, or deactivate the person.");
  }
  const steps = before.roles.includes("acquirer_admin") && !after.roles.includes("acquirer_admin");
  if (steps && (await countOtherAdmins(db, ACQUIRER, userId)) === 0) {
    throw new ConflictError("This is the last administrator.", "last-admin");
  }
}

/** An e-mail that is somebody's is named as the fault: a role is given to them, not to the e-mail. */
async function assertFree(
  db: Db,
  { key, after }: Extract<SettingsWish, { kind: "invitation" }>,
): Promise<void> {
  if (after.roles.length === 0) throw invalid("/roles", "no_role", "Give one role.");
  const user = await findUserByEmail(db, key);
  if (!user || mayBeInvited({ ...user, memberships: await listMembershipsOf(db, user.userId) })) {
    return;
  }
  throw invalid("/email", "taken", "This e-mail is somebody's already.");
}

/** Throws unless the change can be made now: it is sound, and what it was made of still stands. Holds the lock. */
export async function assertApplicable(db: Db, actor: Actor, wish: SettingsWish): Promise<void> {
  await lockSettings(db);
  if (wish.kind === "invitation") await assertFree(db, wish);
  if (!isSameValue(await readSettingsValue(db, wish), wish.before)) {
    throw new ConflictError("This setting is no longer as you saw it.", "settings-moved");
  }
  if (wish.kind === "response_code_profile") {
    await assertProfile(db, wish.after.responseCodeProfile);
  }
  if (wish.kind === "reason_code_map") await assertCodes(db, wish);
  if (wish.kind === "roles") await assertRoles(db, actor, wish);
}

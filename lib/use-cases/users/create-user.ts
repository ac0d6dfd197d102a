import "server-only";
import { MERCHANT_ROLES, type Role } from "@/lib/domain/access/actor";
import { holdsAcquirerRole } from "@/lib/domain/access/session-rules";
import { SIGN_UP_LINK_MS } from "@/lib/domain/access/sign-up-links";
import { ConflictError, InvalidError, NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { findMerchant } from "@/lib/data/merchants";
import { createSignUpLink } from "@/lib/data/sign-up-links";
import { revokeSessionsOf } from "@/lib/data/sessions";
import { createMembership, listMembershipsOf, setUser, takeUser } from "@/lib/data/users";
import { authorize } from "@/lib/use-cases/authorize";

export type NewUser = { email: string; role: Role; merchantId: string | null };

const isMerchantRole = (role: Role) => (MERCHANT_ROLES as readonly Role[]).includes(role);

function tenantOf({ role, merchantId }: NewUser): string {
  if (isMerchantRole(role) && merchantId === null) {
    const detail = `The role ${role} belongs to a merchant: name it.`;
    throw new InvalidError([{ pointer: "/merchant", code: "required", detail }], detail);
  }
  if (!isMerchantRole(role) && merchantId !== null) {
    const detail = `The role ${role} is the acquirer's: it belongs to no merchant.`;
    throw new InvalidError([{ pointer: "/merchant", code: "not_allowed", detail }], detail);
  }
  return merchantId ?? ACQUIRER;
}

/**
 * Whoever is new to the acquirer sets a password by the link: one set before may be known to the merchant
 * that invited this e-mail.
 */
async function requireNewPassword(db: Db, userId: string, at: Date): Promise<void> {
  if (holdsAcquirerRole(await listMembershipsOf(db, userId))) return;
  await setUser(db, userId, { passwordHash: null });
  await revokeSessionsOf(db, userId, at);
}

/** Gives a person a role and a one-time link to set a password; a known person keeps the other roles. */
export async function createUser(
  ctx: Ctx,
  user: NewUser,
): Promise<{ userId: string; token: string }> {
  const merchantId = tenantOf(user);
  authorize(ctx, "users.manage", ACQUIRER);
  return withAcquirer(ctx, async (db) => {
    if (merchantId !== ACQUIRER && !(await findMerchant(db, merchantId))) {
      throw new NotFoundError(`There is no merchant ${merchantId}.`);
    }
    const at = ctx.now();
    const { role } = user;
    const email = user.email.toLowerCase();
    const { userId, isDeactivated } = await takeUser(db, email, at);
    if (isDeactivated) throw new ConflictError(`${email} is deactivated and gets no new role.`);
    if (merchantId === ACQUIRER) await requireNewPassword(db, userId, at);
    await createMembership(db, merchantId, userId, role);
    const expiresAt = new Date(at.getTime() + SIGN_UP_LINK_MS);
    const token = await createSignUpLink(db, { userId, at, expiresAt, createdBy: ctx.actor.kind });
    await recordAuditEvent(db, merchantId, ctx, {
      ...{ action: "user.create", subjectKind: "user", subjectId: userId },
      after: { email, role },
    });
    return { userId, token };
  });
}

import "server-only";
import { createHash } from "node:crypto";
import type { Ctx } from "@/lib/data/ctx";
import { withDirectory } from "@/lib/data/db";
import { recordAuditEventOfPerson } from "@/lib/data/person-audit-events";
import { countSignInAttempt, forgetSignInFailures } from "@/lib/data/sign-in-failures";
import { findUser, findUserByEmail, type UserRecord } from "@/lib/data/users";
import { SignInPausedError, SignInRefusedError } from "@/lib/domain/errors";
import { addressBlock } from "@/lib/platform/client-address";
import { isPasswordOf } from "@/lib/platform/password-hash";

const LOCK = { attempts: 10, lockMs: 30 * 60_000 };

export type PasswordAttempt = { email: string; password: string };

/** Where and when the password was given. */
export type AttemptRequest = { at: Date; address: string; requestId: string };

const normalEmail = (email: string) => email.trim().toLowerCase();

const recordLock = (user: UserRecord, request: AttemptRequest) =>
  withDirectory((db) => {
    const ctx = { actor: { kind: "system" }, now: () => request.at, ...request } as const;
    const after = { address: request.address, minutes: LOCK.lockMs / 60_000 };
    return recordAuditEventOfPerson(db, user.userId, ctx, { action: "sign_in.lock", after });
  });

/**
 * The person whose e-mail and password these are. The tenth failure for an account from one
 * address, whether or not such an account exists, pauses that pair for 30 minutes.
 */
export async function verifyPassword(
  attempt: PasswordAttempt,
  request: AttemptRequest,
): Promise<UserRecord> {
  const email = normalEmail(attempt.email);
  const accountHash = createHash("sha256").update(email).digest("hex");
  const pair = { accountHash, address: addressBlock(request.address) };
  const { user, count } = await withDirectory(async (db) => ({
    user: await findUserByEmail(db, email),
    count: await countSignInAttempt(db, pair, LOCK, request.at),
  }));
  const isOpen = user !== null && !user.isDeactivated && count <= LOCK.attempts;
  const isRight = await isPasswordOf(isOpen ? user.passwordHash : null, attempt.password);
  if (isRight && user) {
    await withDirectory((db) => forgetSignInFailures(db, pair));
    return user;
  }
  if (user && count === LOCK.attempts) await recordLock(user, request);
  throw count >= LOCK.attempts ? new SignInPausedError() : new SignInRefusedError();
}

/** The signed-in person, once they have given their own password again. */
export async function verifyOwnPassword(
  ctx: Ctx,
  userId: string,
  password: string,
  address: string,
): Promise<UserRecord> {
  const user = await withDirectory((db) => findUser(db, userId));
  if (!user) throw new SignInRefusedError();
  const request = { at: ctx.now(), address, requestId: ctx.requestId };
  return verifyPassword({ email: user.email, password }, request);
}

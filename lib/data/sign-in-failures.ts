import "server-only";
import type { Db } from "@/lib/data/ctx";

/** Whose attempts are counted together: an account, real or not, tried from one address. */
export type SignInPair = { accountHash: string; address: string };

/** What is counted before each try: forgotten after a rest, locked at the last one allowed. */
export type LockRule = { attempts: number; lockMs: number };

/**
 * Counts an attempt before the password is looked at, so that simultaneous ones cannot slip past;
 * answers which attempt it is. A success forgets them all.
 */
export async function countSignInAttempt(
  db: Db,
  pair: SignInPair,
  rule: LockRule,
  at: Date,
): Promise<number> {
  const forgottenBefore = new Date(at.getTime() - rule.lockMs);
  const lockedUntil = new Date(at.getTime() + rule.lockMs);
  const [row] = await db.$queryRaw<{ failures: number }[]>`
    insert into sign_in_failures as f (account_hash, address, failures, last_failure_at)
    values (${pair.accountHash}, ${pair.address}, 1, ${at})
    on conflict (account_hash, address) do update set
      failures = case
        when f.locked_until <= ${at} or (f.locked_until is null
          and f.last_failure_at <= ${forgottenBefore}) then 1
        else f.failures + 1 end,
      locked_until = case
        when f.locked_until > ${at} then f.locked_until
        when f.locked_until is null and f.last_failure_at > ${forgottenBefore}
          and f.failures + 1 >= ${rule.attempts} then ${lockedUntil}
        else null end,
      last_failure_at = ${at}
    returning failures`;
  return row?.failures ?? rule.attempts + 1;
}

export async function forgetSignInFailures(db: Db, pair: SignInPair): Promise<void> {
  await db.signInFailure.deleteMany({ where: pair });
}

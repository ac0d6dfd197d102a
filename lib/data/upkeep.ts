import "server-only";
import type { Db } from "@/lib/data/ctx";

/** Forgets stored answers from before `until`; at most 10,000 at a time. */
export function forgetAnswersBefore(db: Db, until: Date): Promise<number> {
  return db.$executeRaw`
    delete from idempotency_keys where ctid in (
      select ctid from idempotency_keys where created_at < ${until} limit 10000)`;
}

/** Forgets sessions and sign-up links that ended, and failed sign-ins that were last tried, before `until`. */
export async function forgetSignInsBefore(db: Db, until: Date): Promise<number> {
  const sessions = await db.$executeRaw`delete from sessions where expires_at < ${until}`;
  const links = await db.$executeRaw`delete from sign_up_links where expires_at < ${until}`;
  const asked = await db.$executeRaw`
    delete from sign_up_link_requests where asked_at < ${until}`;
  const failures = await db.$executeRaw`
    delete from sign_in_failures where last_failure_at < ${until}
      and coalesce(locked_until, last_failure_at) < ${until}`;
  return sessions + links + asked + failures;
}

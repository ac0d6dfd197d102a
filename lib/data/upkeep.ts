import "server-only";
import type { Db } from "@/lib/data/ctx";

/** Forgets stored answers from before `until`, at most `most` of them; answers how many. */
export function forgetAnswersBefore(db: Db, until: Date, most: number): Promise<number> {
  return db.$executeRaw`
    delete from idempotency_keys k using (
      select o.merchant_id, o.owner, o.method, o.path, o.key from idempotency_keys o
      where o.created_at < ${until} limit ${most}) old
    where k.merchant_id = old.merchant_id and k.owner = old.owner and k.method = old.method
      and k.path = old.path and k.key = old.key`;
}

/** Forgets the settings no hold was decided by since `until`; answers how many. */
export function forgetDecisionSettingsBefore(db: Db, until: Date): Promise<number> {
  return db.$executeRaw`delete from decision_settings where used_at < ${until}`;
}

/** Forgets the keys of transactions that are no longer kept, at most `most` of them; answers how many. */
export async function forgetTransactionKeys(db: Db, most: number): Promise<number> {
  const [row] = await db.$queryRaw<[{ forgotten: number }]>`
    select forget_transaction_keys(${most}::int) as forgotten`;
  return row.forgotten;
}

/** Forgets requests of keys that are no longer kept, at most `most` of them; answers how many. */
export async function forgetApiRequests(db: Db, most: number): Promise<number> {
  const [row] = await db.$queryRaw<[{ forgotten: number }]>`
    select forget_api_requests(${most}::int) as forgotten`;
  return row.forgotten;
}

/** Takes back a merchant's test data, or everybody's of before `until`, at most `most` rows of a table. */
export async function clearTrials(
  db: Db,
  which: { merchantId: string } | { until: Date },
  most: number,
): Promise<number> {
  const { merchantId, until } = { merchantId: null, until: null, ...which };
  const [row] = await db.$queryRaw<[{ cleared: number }]>`
    select clear_test_data(${merchantId}, ${until}::timestamptz, ${most}::int) as cleared`;
  return row.cleared;
}

/** Makes the months of transactions and checks ahead and drops those no longer kept; answers how many. */
export async function keepPartitions(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<[{ changed: number }]>`select keep_partitions() as changed`;
  return row.changed;
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

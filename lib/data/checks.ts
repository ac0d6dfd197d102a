import "server-only";
import type { Db } from "@/lib/data/ctx";
import type { ExpectedCode } from "@/lib/data/response-codes";

/** A check as it was answered, whole; `checkId` is time-ordered. */
export type RecordedCheck = { checkId: string; answer: unknown };

/** An answer as a merchant may read it, given what each profile shows for an unknown terminal. */
export type ToMerchant = (answer: unknown, unknownTerminal: readonly ExpectedCode[]) => unknown;

/** The checks of a merchant, newest first; those before `before`, at most `limit`. */
export function listRecordedChecks(
  db: Db,
  merchantId: string,
  page: { terminalId?: string; before?: string; limit: number },
): Promise<RecordedCheck[]> {
  const terminalId = page.terminalId ?? null;
  const before = page.before ?? null;
  if (terminalId === null) {
    return db.$queryRaw<RecordedCheck[]>`
      select check_id as "checkId", answer from checks
      where merchant_id = ${merchantId} and check_id < coalesce(${before}, 'd')
      order by check_id desc limit ${page.limit}`;
  }
  return db.$queryRaw<RecordedCheck[]>`
    select check_id as "checkId", answer from checks
    where merchant_id = ${merchantId} and terminal_id = ${terminalId}
      and check_id < coalesce(${before}, 'd')
    order by check_id desc limit ${page.limit}`;
}

export async function findRecordedCheck(
  db: Db,
  merchantId: string,
  checkId: string,
): Promise<RecordedCheck | null> {
  const row = await db.check.findUnique({
    where: { merchantId_checkId: { merchantId, checkId } },
    select: { checkId: true, answer: true },
  });
  return row;
}

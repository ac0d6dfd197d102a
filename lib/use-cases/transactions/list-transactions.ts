import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listTransactions, type TransactionFilter } from "@/lib/data/transactions";
import { toPage, type Page } from "@/lib/domain/page";
import type { Transaction } from "@/lib/domain/transactions/transaction";
import { authorize } from "@/lib/use-cases/authorize";

const KEY = /^(\d{1,15})\.(txn_[0-9A-HJKMNP-TV-Z]{26})$/;

/** One page of what was recorded, newest first; `after` is the key of the last one shown. */
export async function listRecordedTransactions(
  ctx: Ctx,
  merchantId: string,
  filter: TransactionFilter,
  page: { limit: number; after: string | null },
): Promise<Page<Transaction> & { timeZone: string }> {
  authorize(ctx, "transactions.read", merchantId);
  const [, occurredAt, transactionId] = KEY.exec(page.after ?? "") ?? [];
  const after =
    occurredAt && transactionId ? { occurredAt: Number(occurredAt), transactionId } : null;
  return withMerchant(ctx, merchantId, async (db) => {
    const { timeZone } = await getAcquirerSettings(db);
    const { limit } = page;
    const found = await listTransactions(db, merchantId, filter, { limit, after });
    const keyOf = (row: Transaction) => `${row.occurredAt}.${row.transactionId}`;
    return { ...toPage(found, limit, keyOf), timeZone };
  });
}

import "server-only";
import { createHash } from "node:crypto";
import { Prisma } from "@/lib/data/generated/client";
import type { Db } from "@/lib/data/ctx";
import { type CutOver, windowAt } from "@/lib/domain/business-day";
import type { RecordingRefusal } from "@/lib/domain/transactions/recording-outcome";
import type { ReportedTransaction, Transaction } from "@/lib/domain/transactions/transaction";
import type { Instant } from "@/lib/domain/instant";
import { newId } from "@/lib/platform/ids";

/** Equal content, equal hash: what tells a transaction sent again from another one. */
function contentHashOf(transaction: ReportedTransaction): string {
  const content = [
    ...[transaction.terminalId, transaction.kind, transaction.amountMinor, transaction.currency],
    ...[transaction.responseCode, transaction.occurredAt, transaction.originalExternalId],
    ...[transaction.entryMode, transaction.fundingSource, transaction.cardOrigin],
    ...(transaction.reservationId === null ? [] : [transaction.reservationId]),
  ];
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url");
}

function itemOf(transaction: ReportedTransaction, cutOver: CutOver) {
  const windowOf = (window: "daily" | "weekly" | "monthly") =>
    windowAt(window, transaction.occurredAt, cutOver);
  const daily = windowOf("daily");
  return {
    ...transaction,
    transactionId: newId("txn"),
    contentHash: contentHashOf(transaction),
    businessDate: daily.businessDate,
    windows: { daily, weekly: windowOf("weekly"), monthly: windowOf("monthly") },
  };
}

type Recorded =
  { outcome: "accepted" } | { outcome: "duplicate" } | ({ outcome: "rejected" } & RecordingRefusal);

/** Records and counts in the given order, all in this transaction; one outcome each. */
export async function recordReportedTransactions(
  db: Db,
  merchantId: string,
  transactions: readonly ReportedTransaction[],
  { cutOver, now }: { cutOver: CutOver; now: Date },
): Promise<Recorded[]> {
  const items = transactions.map((transaction) => itemOf(transaction, cutOver));
  const [row] = await db.$queryRaw<[{ outcomes: Recorded[] }]>`
    select record_transactions(${merchantId}, ${JSON.stringify(items)}::jsonb, ${now}) as outcomes`;
  return row.outcomes;
}

/** Transactions of a merchant or one terminal, `from` included, `to` not. */
export type TransactionFilter = {
  terminalId: string | null;
  from: Instant | null;
  to: Instant | null;
};

/** Where a page continues: after the transaction that occurred then, of equal ones after this id. */
export type TransactionKey = { occurredAt: Instant; transactionId: string };

function clausesOf(
  merchantId: string,
  { terminalId, from, to }: TransactionFilter,
  after: TransactionKey | null,
): Prisma.Sql {
  const clauses = [Prisma.sql`t.merchant_id = ${merchantId}`];
  if (terminalId !== null) clauses.push(Prisma.sql`t.terminal_id = ${terminalId}`);
  if (from !== null) clauses.push(Prisma.sql`t.occurred_at >= ${new Date(from)}`);
  if (to !== null) clauses.push(Prisma.sql`t.occurred_at < ${new Date(to)}`);
  if (after !== null) {
    const occurredAt = new Date(after.occurredAt);
    clauses.push(
      Prisma.sql`(t.occurred_at, t.transaction_id) < (${occurredAt}, ${after.transactionId})`,
    );
  }
  return Prisma.join(clauses, " and ");
}

/** Newest first; one more than asked tells that there are more. */
export async function listTransactions(
  db: Db,
  merchantId: string,
  filter: TransactionFilter,
  { limit, after }: { limit: number; after: TransactionKey | null },
): Promise<Transaction[]> {
  return db.$queryRaw<Transaction[]>`
    select t.transaction_id as "transactionId", t.external_id as "externalId",
      t.terminal_id as "terminalId", t.kind, t.amount_minor::float8 as "amountMinor", t.currency,
      t.response_code as "responseCode", t.approved, epoch_ms(t.occurred_at)::float8 as "occurredAt",
      t.entry_mode as "entryMode", t.funding_source as "fundingSource",
      t.card_origin as "cardOrigin", t.original_external_id as "originalExternalId",
      t.reservation_id as "reservationId", t.business_date::text as "businessDate",
      epoch_ms(t.created_at)::float8 as "recordedAt"
    from transactions t where ${clausesOf(merchantId, filter, after)}
    order by t.occurred_at desc, t.transaction_id desc limit ${limit + 1}`;
}

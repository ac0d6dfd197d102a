import type { FieldError } from "@/lib/domain/errors";
import type { Instant } from "@/lib/domain/instant";
import type { CardOrigin, EntryMode, FundingSource } from "@/lib/domain/limits/limit";
import { DAY_MS, MINUTE_MS } from "@/lib/domain/zoned-time";

export const TRANSACTION_KINDS = ["sale", "reversal", "refund"] as const;
export type TransactionKind = (typeof TRANSACTION_KINDS)[number];

/** What a till reports; amounts in minor units. A reversal or refund names the sale it gives back. */
export type ReportedTransaction = {
  externalId: string;
  terminalId: string;
  kind: TransactionKind;
  amountMinor: number;
  currency: string;
  responseCode: string;
  occurredAt: Instant;
  entryMode: EntryMode | null;
  fundingSource: FundingSource | null;
  cardOrigin: CardOrigin | null;
  originalExternalId: string | null;
  /** The hold a sale was charged under: the sale counts in its stead. */
  reservationId: string | null;
};

/** A transaction as recorded; `approved` by the response codes of that moment. */
export type Transaction = ReportedTransaction & {
  transactionId: string;
  approved: boolean;
  /** The business day it counts in, YYYY-MM-DD. */
  businessDate: string;
  recordedAt: Instant;
};

/** How far a till's clock may be ahead, and how late a transaction may be reported; both included. */
export const MOST_AHEAD_MS = 5 * MINUTE_MS;
export const MOST_LATE_MS = 400 * DAY_MS;

/** Why one cannot be recorded whatever was recorded before; empty when nothing stands against it. */
export function faultsOf(transaction: ReportedTransaction, now: Instant): FieldError[] {
  const { occurredAt, kind, originalExternalId, reservationId } = transaction;
  const faults: FieldError[] = [];
  const tell = (pointer: string, code: string, detail: string) =>
    faults.push({ pointer, code, detail });
  if (occurredAt > now + MOST_AHEAD_MS) {
    tell("/occurred_at", "too_far_ahead", "More than 5 minutes ahead of now.");
  }
  if (occurredAt < now - MOST_LATE_MS) {
    tell("/occurred_at", "too_long_ago", "More than 400 days ago.");
  }
  if (kind !== "sale" && originalExternalId === null) {
    tell("/original_external_id", "required", "A reversal or refund names the sale it gives back.");
  }
  if (kind === "sale" && originalExternalId !== null) {
    tell("/original_external_id", "not_allowed", "Only a reversal or refund names an original.");
  }
  if (kind !== "sale" && reservationId !== null) {
    tell("/reservation_id", "not_allowed", "Only a sale names a reservation.");
  }
  return faults;
}

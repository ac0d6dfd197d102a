import { z } from "zod";
import { cardOrigin, entryMode, fundingSource } from "@/lib/contracts/charge-attributes";
import { instant, instantText, writeInstant } from "@/lib/contracts/instant";
import { chargeMoney, toMoney } from "@/lib/contracts/money";
import { problem } from "@/lib/contracts/problem";
import { terminalId } from "@/lib/contracts/record-ids";
import { CARD_ORIGINS, ENTRY_MODES, FUNDING_SOURCES } from "@/lib/domain/limits/limit";
import {
  type ReportedTransaction,
  type Transaction,
  TRANSACTION_KINDS,
} from "@/lib/domain/transactions/transaction";

const externalId = z.string().min(1).max(64);

const kind = z.enum(TRANSACTION_KINDS);

/** What really happened at a till. */
export const transactionRequest = z
  .strictObject({
    external_id: externalId.meta({
      description:
        "The till's own id, unique per merchant for 400 days, e.g. TID + date + trace number.",
      examples: ["00018644-20261124-000123"],
    }),
    terminal_id: terminalId,
    amount: chargeMoney,
    response_code: z
      .string()
      .regex(/^[A-Z0-9]{2,3}$/, { error: "Two or three of A-Z 0-9." })
      .meta({
        description:
          "The code the terminal showed. Approved when the acquirer's profile files it under ok.",
        examples: ["00"],
      }),
    occurred_at: instant.meta({
      description: "When it happened: at most 5 minutes ahead and 400 days back.",
    }),
    entry_mode: entryMode.optional(),
    funding_source: fundingSource.optional(),
    card_origin: cardOrigin.optional(),
    kind: kind.default("sale").meta({
      description:
        "A reversal carries the whole original amount and gives the count back too; a refund never does.",
    }),
    original_external_id: externalId.optional().meta({
      description: "The approved sale given back; required for a reversal and a refund.",
    }),
    reservation_id: z.string().min(1).max(64).optional().meta({
      description: "The hold a sale was charged under; the sale counts in its stead.",
    }),
  })
  .meta({
    id: "TransactionRequest",
    description: "One charge, reversal or refund as it happened.",
  });
export type TransactionRequest = z.output<typeof transactionRequest>;

export const toReportedTransaction = (request: TransactionRequest): ReportedTransaction => ({
  externalId: request.external_id,
  terminalId: request.terminal_id,
  kind: request.kind,
  amountMinor: request.amount.value,
  currency: request.amount.currency,
  responseCode: request.response_code,
  occurredAt: request.occurred_at,
  entryMode: request.entry_mode ?? null,
  fundingSource: request.funding_source ?? null,
  cardOrigin: request.card_origin ?? null,
  originalExternalId: request.original_external_id ?? null,
  reservationId: request.reservation_id ?? null,
});

/** What became of a batch, or of a single transaction. */
export const recordingResult = z
  .object({
    accepted: z.int().meta({ description: "Recorded now." }),
    duplicates: z.int().meta({ description: "Recorded before with the same content." }),
    rejected: z
      .array(
        z.object({
          index: z.int().meta({ description: "Place in the batch, from 0." }),
          problem,
        }),
      )
      .meta({ description: "Not recorded; each with its problem." }),
  })
  .meta({ id: "RecordingResult", description: "How many were recorded, and which were not." });
export type RecordingResult = z.infer<typeof recordingResult>;

/** A recorded transaction. */
export const transaction = z
  .object({
    id: z.string().meta({ examples: ["txn_01J9ZC5V8Q4W0M3K7T2XHB6RDN"] }),
    external_id: z.string(),
    terminal_id: z.string(),
    kind,
    amount: chargeMoney,
    response_code: z.string(),
    approved: z.boolean().meta({ description: "By the acquirer's response codes when recorded." }),
    occurred_at: instantText,
    business_date: z.string().meta({
      description: "The acquirer's business day it belongs to.",
      format: "date",
      examples: ["2026-11-24"],
    }),
    entry_mode: z.enum(ENTRY_MODES).nullable(),
    funding_source: z.enum(FUNDING_SOURCES).nullable(),
    card_origin: z.enum(CARD_ORIGINS).nullable(),
    original_external_id: z.string().nullable(),
    reservation_id: z.string().nullable(),
    recorded_at: instantText,
  })
  .meta({ id: "Transaction", description: "A charge, reversal or refund as it was recorded." });

export const toTransaction = (row: Transaction, timeZone: string): z.infer<typeof transaction> => ({
  id: row.transactionId,
  external_id: row.externalId,
  terminal_id: row.terminalId,
  kind: row.kind,
  amount: toMoney(row.amountMinor, row.currency),
  response_code: row.responseCode,
  approved: row.approved,
  occurred_at: writeInstant(row.occurredAt, timeZone),
  business_date: row.businessDate,
  entry_mode: row.entryMode,
  funding_source: row.fundingSource,
  card_origin: row.cardOrigin,
  original_external_id: row.originalExternalId,
  reservation_id: row.reservationId,
  recorded_at: writeInstant(row.recordedAt, timeZone),
});

import "server-only";
import { z } from "zod";
import { queryInstant } from "@/lib/contracts/instant";
import { listQuery, page, toList } from "@/lib/contracts/list-query";
import { terminalId } from "@/lib/contracts/record-ids";
import {
  recordingResult,
  type RecordingResult,
  toReportedTransaction,
  toTransaction,
  transaction,
  transactionRequest,
} from "@/lib/contracts/transactions";
import type { DomainError } from "@/lib/domain/errors";
import type { RecordingOutcome } from "@/lib/domain/transactions/recording-outcome";
import { defineRoute, type ItemReading } from "@/lib/http/define-route";
import { listRecordedTransactions } from "@/lib/use-cases/transactions/list-transactions";
import { recordTransactions } from "@/lib/use-cases/transactions/record-transactions";

const MAX_BATCH_BYTES = 512 * 1024;
const MAX_BATCH = 500;

type Outcome = RecordingOutcome | { outcome: "rejected"; error: DomainError };

/** Every item's outcome in the batch's order: unreadable ones are rejected unasked. */
function outcomesOf(
  items: readonly ItemReading<unknown>[],
  recorded: readonly RecordingOutcome[],
): Outcome[] {
  const results = recorded.values();
  return items.map((item) =>
    item.ok ? results.next().value! : { outcome: "rejected", error: item.error },
  );
}

function resultOf(
  outcomes: readonly Outcome[],
  problem: (error: unknown) => RecordingResult["rejected"][number]["problem"],
): RecordingResult {
  return {
    accepted: outcomes.filter(({ outcome }) => outcome === "accepted").length,
    duplicates: outcomes.filter(({ outcome }) => outcome === "duplicate").length,
    rejected: outcomes.flatMap((one, index) =>
      one.outcome === "rejected" ? [{ index, problem: problem(one.error) }] : [],
    ),
  };
}

const recordTransactionsRoute = defineRoute({
  method: "POST",
  path: "/transactions",
  operationId: "recordTransactions",
  tag: "Transactions",
  summary: "What really happened, one or up to 500 in their order",
  description:
    "A batch is one database transaction; items at fault are rejected alone. A single transaction's fault is the problem itself.",
  scope: "transactions:write",
  idempotency: "honoured",
  maxBytes: MAX_BATCH_BYTES,
  body: transactionRequest,
  batch: { key: "transactions", item: transactionRequest, min: 1, max: MAX_BATCH },
  refusals: ["conflict"],
  answers: { 200: { description: "What became of them.", schema: recordingResult } },
  handle: async ({ ctx, merchantId, body, items, problem }) => {
    const readings = items ?? [{ ok: true, value: body } as const];
    const reported = readings.flatMap((item) =>
      item.ok ? [toReportedTransaction(item.value)] : [],
    );
    const recorded = await recordTransactions(ctx, merchantId, reported);
    const outcomes = outcomesOf(readings, recorded);
    const [first] = outcomes;
    if (items === null && first?.outcome === "rejected") throw first.error;
    return { status: 200, body: resultOf(outcomes, problem) };
  },
});

const listTransactionsRoute = defineRoute({
  method: "GET",
  path: "/transactions",
  operationId: "listTransactions",
  tag: "Transactions",
  summary: "What was recorded, newest first",
  scope: "transactions:write",
  query: z.object({
    ...listQuery(/^\d{1,15}\.txn_[0-9A-HJKMNP-TV-Z]{26}$/),
    terminal_id: terminalId.optional(),
    from: queryInstant.optional().meta({ description: "Occurred then or later." }),
    to: queryInstant.optional().meta({ description: "Occurred before then." }),
  }),
  answers: { 200: { description: "A page of transactions.", schema: page(transaction) } },
  handle: async ({ ctx, merchantId, query }) => {
    const { cursor = null, limit, terminal_id: terminalId = null, from = null, to = null } = query;
    const filter = { terminalId, from, to };
    const found = await listRecordedTransactions(ctx, merchantId, filter, { limit, after: cursor });
    return { status: 200, body: toList(found, (row) => toTransaction(row, found.timeZone)) };
  },
});

export const transactionRoutes = [recordTransactionsRoute, listTransactionsRoute];

import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { notifyOwners } from "@/lib/data/notifications";
import { markReachedUsage, type ReachedUsage } from "@/lib/data/reached-usage";
import { recordReportedTransactions } from "@/lib/data/transactions";
import { InvalidError } from "@/lib/domain/errors";
import { errorOf, type RecordingOutcome } from "@/lib/domain/transactions/recording-outcome";
import { faultsOf, type ReportedTransaction } from "@/lib/domain/transactions/transaction";
import { authorize } from "@/lib/use-cases/authorize";

const usageNotification = ({ terminalId, ...reached }: ReachedUsage) => ({
  kind: "usage_reached",
  params: { ...reached, terminalId },
  href: terminalId === null ? "/home" : `/terminals/${terminalId}`,
});

async function tellReachedUsage(
  db: Db,
  merchantId: string,
  ctx: Ctx,
  transactions: readonly ReportedTransaction[],
): Promise<void> {
  const terminalIds = [...new Set(transactions.map(({ terminalId }) => terminalId))];
  for (const reached of await markReachedUsage(db, merchantId, terminalIds, ctx.now())) {
    await notifyOwners(db, merchantId, ctx, usageNotification(reached));
  }
}

/**
 * Records what really happened, in the given order and all or nothing: approved sales count, reversals
 * and refunds give back. One that is at fault is rejected alone.
 */
export async function recordTransactions(
  ctx: Ctx,
  merchantId: string,
  reported: readonly ReportedTransaction[],
): Promise<RecordingOutcome[]> {
  authorize(ctx, "transactions.record", merchantId);
  const now = ctx.now();
  const faults = reported.map((transaction) => faultsOf(transaction, now.getTime()));
  const sound = reported.filter((_transaction, index) => faults[index]?.length === 0);
  const recorded = await withMerchant(ctx, merchantId, async (db) => {
    if (sound.length === 0) return [];
    const cutOver = await getAcquirerSettings(db);
    const outcomes = await recordReportedTransactions(db, merchantId, sound, { cutOver, now });
    const accepted = sound.filter((_transaction, i) => outcomes[i]?.outcome === "accepted");
    if (accepted.length > 0) await tellReachedUsage(db, merchantId, ctx, accepted);
    return outcomes;
  });
  const results = recorded.values();
  return faults.map((fields): RecordingOutcome => {
    if (fields.length > 0) return { outcome: "rejected", error: new InvalidError(fields) };
    const result = results.next().value!;
    return result.outcome === "rejected" ? { outcome: "rejected", error: errorOf(result) } : result;
  });
}

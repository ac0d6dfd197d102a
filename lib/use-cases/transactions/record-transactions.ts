import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { recordReportedTransactions } from "@/lib/data/transactions";
import { InvalidError } from "@/lib/domain/errors";
import { errorOf, type RecordingOutcome } from "@/lib/domain/transactions/recording-outcome";
import { faultsOf, type ReportedTransaction } from "@/lib/domain/transactions/transaction";
import { authorize } from "@/lib/use-cases/authorize";
import { tellReachedUsage } from "@/lib/use-cases/tell-reached-usage";

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
    const terminalIds = [...new Set(accepted.map(({ terminalId }) => terminalId))];
    if (accepted.length > 0) await tellReachedUsage(db, merchantId, ctx, terminalIds);
    return outcomes;
  });
  const results = recorded.values();
  return faults.map((fields): RecordingOutcome => {
    if (fields.length > 0) return { outcome: "rejected", error: new InvalidError(fields) };
    const result = results.next().value!;
    return result.outcome === "rejected" ? { outcome: "rejected", error: errorOf(result) } : result;
  });
}

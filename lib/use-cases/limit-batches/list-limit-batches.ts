import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { listLatestBatches, listUndecidedBatches } from "@/lib/data/limit-batches";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Instant } from "@/lib/domain/instant";
import { batchAt, type LimitBatch } from "@/lib/domain/limit-batches/limit-batch";
import { authorize } from "@/lib/use-cases/authorize";

export type LimitBatches = { batches: LimitBatch[]; now: Instant; timeZone: string };

const MOST = 50;

/** Batches to be decided, the nearest deadline first; or the ones entered last, newest first. */
export async function listLimitBatches(
  ctx: Ctx,
  which: "undecided" | "latest",
): Promise<LimitBatches> {
  authorize(ctx, "limit_requests.read", ACQUIRER);
  return withAcquirer(ctx, async (db) => {
    const now = ctx.now().getTime();
    const { timeZone } = await getAcquirerSettings(db);
    const found =
      which === "latest"
        ? await listLatestBatches(db, MOST)
        : await listUndecidedBatches(db, ctx.now(), MOST);
    return { batches: found.map((batch) => batchAt(batch, now)), now, timeZone };
  });
}

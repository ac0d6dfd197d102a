import "server-only";
import { NotFoundError } from "@/lib/domain/errors";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { type Heartbeat, recordHeartbeat as record } from "@/lib/data/heartbeats";
import { authorize } from "@/lib/use-cases/authorize";

/** Takes what a terminal says about itself; its version replaces what the registry had. */
export async function recordHeartbeat(
  ctx: Ctx,
  merchantId: string,
  terminalId: string,
  heartbeat: Heartbeat,
): Promise<void> {
  authorize(ctx, "heartbeats.record", merchantId);
  await withMerchant(ctx, merchantId, async (db) => {
    const isKnown = await record(db, merchantId, terminalId, heartbeat, ctx.now());
    if (!isKnown) throw new NotFoundError();
  });
}

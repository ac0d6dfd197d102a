import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { listMerchantsWithExpired, sweepReservations } from "@/lib/data/expired-reservations";
import { ACQUIRER } from "@/lib/domain/ids";
import { authorize } from "@/lib/use-cases/authorize";

/**
 * Marks the holds that have expired and takes them out of the counters, so that nobody has to look past
 * them; they count no more in any case. Answers of how many merchants.
 */
export async function sweepExpired(ctx: Ctx): Promise<number> {
  authorize(ctx, "upkeep.run", ACQUIRER);
  const merchants = await withAcquirer(ctx, (db) => listMerchantsWithExpired(db, ctx.now()));
  for (const merchantId of merchants) await sweepReservations(ctx, merchantId);
  return merchants.length;
}

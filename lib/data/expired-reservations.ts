import "server-only";
import { type Ctx, type Db, modeOf } from "@/lib/data/ctx";
import { database } from "@/lib/data/pool";

/** Merchants with holds that have expired and still stand in their counters. */
export async function listMerchantsWithExpired(db: Db, at: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ merchantId: string }[]>`
    select merchants_with_expired(${at}) as "merchantId"`;
  return rows.map(({ merchantId }) => merchantId);
}

/**
 * Marks what has expired and takes it out of the counters, a part in each transaction so that nobody waits
 * long for it; counting does not depend on it.
 */
export async function sweepReservations(
  ctx: Pick<Ctx, "now" | "mode">,
  merchantId: string,
): Promise<void> {
  const { pool } = database(modeOf(ctx));
  for (let isMore = true; isMore;) {
    const { rows } = await pool.query<{ more: boolean }>(
      "select sweep_reservations($1, $2) as more",
      [merchantId, ctx.now()],
    );
    isMore = rows[0]?.more ?? false;
  }
}

import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { findReservation } from "@/lib/data/reservations";
import { NotFoundError } from "@/lib/domain/errors";
import type { Reservation } from "@/lib/domain/reservations/reservation";
import { authorize } from "@/lib/use-cases/authorize";

/** A reservation as it stands now. */
export async function getReservation(
  ctx: Ctx,
  merchantId: string,
  reservationId: string,
): Promise<{ reservation: Reservation; timeZone: string }> {
  authorize(ctx, "reservations.read", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const reservation = await findReservation(db, merchantId, reservationId, ctx.now());
    if (!reservation) throw new NotFoundError();
    const { timeZone } = await getAcquirerSettings(db);
    return { reservation, timeZone };
  });
}

"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { recordId } from "@/lib/contracts/record-ids";
import { merchantAction } from "@/lib/http/action";
import { resolveReservation } from "@/lib/use-cases/reservations/resolve-reservation";

const Named = z.strictObject({ reservationId: recordId("rsv") });

export const release = merchantAction(Named, async ({ ctx, merchantId }, { reservationId }) => {
  const asked = { as: "released", amount: null } as const;
  const { reservation } = await resolveReservation(ctx, merchantId, reservationId, asked);
  revalidatePath(`/terminals/${reservation.terminalId}`);
});

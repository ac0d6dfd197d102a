import { z } from "zod";
import { check, checkRequest } from "@/lib/contracts/checks";
import { instantText, writeInstant } from "@/lib/contracts/instant";
import { chargeMoney, money, toMoney } from "@/lib/contracts/money";
import {
  LEAST_HOLD_SECONDS,
  MOST_HOLD_SECONDS,
  RESERVATION_STATES,
  type Reservation,
  USUAL_HOLD_SECONDS,
} from "@/lib/domain/reservations/reservation";

/** The charge to hold headroom for. */
export const reservationRequest = checkRequest
  .omit({ occurs_at: true })
  .extend({
    expires_in: z
      .int()
      .min(LEAST_HOLD_SECONDS)
      .max(MOST_HOLD_SECONDS)
      .default(USUAL_HOLD_SECONDS)
      .meta({ description: "Seconds after which the hold stops counting by itself." }),
  })
  .meta({ id: "ReservationRequest", description: "A charge to hold headroom for." });

export const commitRequest = z
  .strictObject({
    amount: chargeMoney.optional().meta({
      description: "What was charged, 1 to the reserved amount; the whole when left out.",
    }),
  })
  .meta({ id: "CommitRequest", description: "How much of the hold was charged." });

/** Headroom held for one charge. */
export const reservation = z
  .object({
    id: z.string().meta({ examples: ["rsv_01J9ZC5V8Q4W0M3K7T2XHB6RDN"] }),
    state: z.enum(RESERVATION_STATES),
    terminal_id: z.string(),
    amount: chargeMoney,
    committed_amount: money.nullable().meta({ description: "What was charged of it." }),
    expires_at: instantText.meta({ description: "From then on it counts no more." }),
    created_at: instantText.meta({ description: "It counts in the windows of this moment." }),
  })
  .meta({ id: "Reservation", description: "Headroom held for one charge." });

export const reservationResult = z
  .object({ reservation: reservation.nullable(), check })
  .meta({ id: "ReservationResult", description: "The hold, null when refused, and why." });

export function toReservation(held: Reservation, timeZone: string): z.infer<typeof reservation> {
  const { amountMinor, committedAmountMinor, currency } = held;
  return {
    id: held.reservationId,
    state: held.state,
    terminal_id: held.terminalId,
    amount: toMoney(amountMinor, currency),
    committed_amount:
      committedAmountMinor === null ? null : toMoney(committedAmountMinor, currency),
    expires_at: writeInstant(held.expiresAt, timeZone),
    created_at: writeInstant(held.createdAt, timeZone),
  };
}

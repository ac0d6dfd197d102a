import type { Instant } from "@/lib/domain/instant";

export const RESERVATION_STATES = ["pending", "committed", "released", "expired"] as const;
export type ReservationState = (typeof RESERVATION_STATES)[number];

/** How a reservation ends by somebody's hand; left alone it expires. */
export type Resolution = Extract<ReservationState, "committed" | "released">;

/** How long headroom may be held, in seconds. */
export const LEAST_HOLD_SECONDS = 1;
export const MOST_HOLD_SECONDS = 86_400;
export const USUAL_HOLD_SECONDS = 300;

/**
 * Headroom held for one charge, in minor units. It counts in the windows of its creation until it is
 * resolved, and from `expiresAt` on no more. Committed, what was charged of it counts there instead.
 */
export type Reservation = {
  reservationId: string;
  state: ReservationState;
  terminalId: string;
  amountMinor: number;
  currency: string;
  committedAmountMinor: number | null;
  expiresAt: Instant;
  createdAt: Instant;
};

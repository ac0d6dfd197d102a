import type { Instant } from "@/lib/domain/instant";
import { type ActiveHours, isWithinActiveHours } from "@/lib/domain/limits/active-hours";

/** A daily range HH:MM-HH:MM as hours of every day; equal ends mean the whole day. */
export function hoursOfTrading(tradingHours: string): ActiveHours {
  const [timeFrom = null, timeTo = null] = tradingHours.split("-");
  return { timeFrom, timeTo, daysOfWeek: [] };
}

/** Open from the first time on and no more at the second, by the clocks of the zone; may run over midnight. */
export function isWithinTradingHours(tradingHours: string, at: Instant, timeZone: string): boolean {
  return isWithinActiveHours(hoursOfTrading(tradingHours), at, timeZone);
}

import type { Instant } from "@/lib/domain/instant";
import { instantAt, timeOfDayMs, wallTimeAt } from "@/lib/domain/zoned-time";

/** A daily range HH:MM-HH:MM; equal ends mean the whole day. */
type DailyRange = { opensMs: number; closesMs: number };

function parseRange(tradingHours: string): DailyRange {
  const [opens = "", closes = ""] = tradingHours.split("-");
  return { opensMs: timeOfDayMs(opens), closesMs: timeOfDayMs(closes) };
}

/** Open from the first time on and no more at the second, by the clocks of the zone; may run over midnight. */
export function isWithinTradingHours(tradingHours: string, at: Instant, timeZone: string): boolean {
  const { opensMs, closesMs } = parseRange(tradingHours);
  const now = wallTimeAt(at, timeZone).timeOfDayMs;
  return opensMs < closesMs ? now >= opensMs && now < closesMs : now >= opensMs || now < closesMs;
}

/** The first opening of trading hours after a moment; one at that very moment does not count. */
export function nextOpening(tradingHours: string, after: Instant, timeZone: string): Instant {
  const { opensMs } = parseRange(tradingHours);
  const { day } = wallTimeAt(after, timeZone);
  const opening = instantAt({ day, timeOfDayMs: opensMs }, timeZone);
  return opening > after ? opening : instantAt({ day: day + 1, timeOfDayMs: opensMs }, timeZone);
}

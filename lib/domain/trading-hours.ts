import type { Instant } from "@/lib/domain/instant";
import { DAY_MS, instantAt, timeOfDayMs, wallTimeAt } from "@/lib/domain/zoned-time";

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

/** The openings of trading hours after `from` and not after `until`, in order. */
export function openingsBetween(
  tradingHours: string,
  from: Instant,
  until: Instant,
  timeZone: string,
): Instant[] {
  const { opensMs } = parseRange(tradingHours);
  const openings: Instant[] = [];
  const firstDay = wallTimeAt(from, timeZone).day;
  const lastDay = wallTimeAt(until, timeZone).day;
  for (let day = firstDay; day <= lastDay; day++) {
    const opening = instantAt({ day, timeOfDayMs: opensMs }, timeZone);
    if (opening > from && opening <= until) openings.push(opening);
  }
  return openings;
}

import type { Instant } from "@/lib/domain/instant";
import type { Locale } from "@/lib/i18n/locales";

export type MomentStyle = "full" | "short" | "date" | "day" | "time";

const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const DAY = { day: "numeric", month: "short" } as const;

const STYLES: Record<MomentStyle, Intl.DateTimeFormatOptions> = {
  full: { ...DAY, year: "numeric", ...TIME },
  short: { ...DAY, ...TIME },
  date: { ...DAY, year: "numeric" },
  day: DAY,
  time: TIME,
};

// British order in English: it is the one that reads the same to most of the world.
const DATE_LOCALE: Record<Locale, string> = { en: "en-GB", "zh-CN": "zh-CN" };

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as the clock of the zone shows it; "full" names the year, "short" leaves it out. */
export function formatMoment(
  at: Instant,
  style: MomentStyle,
  timeZone: string,
  locale: Locale,
): string {
  const key = `${locale} ${style} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(DATE_LOCALE[locale], { ...STYLES[style], timeZone });
    formats.set(key, format);
  }
  return format.format(at);
}

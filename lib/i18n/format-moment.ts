import type { Instant } from "@/lib/domain/instant";
import type { Clock, DateLocale } from "@/lib/i18n/clock";
import type { Locale } from "@/lib/i18n/locales";

export type MomentStyle = "full" | "short" | "date" | "day" | "time" | "exact";

const TIME = { hour: "2-digit", minute: "2-digit" } as const;
const DAY = { day: "numeric", month: "short" } as const;

const STYLES: Record<MomentStyle, Intl.DateTimeFormatOptions> = {
  full: { ...DAY, year: "numeric", ...TIME },
  short: { ...DAY, ...TIME },
  date: { ...DAY, year: "numeric" },
  day: DAY,
  time: TIME,
  exact: { ...DAY, ...TIME, second: "2-digit" },
};

// British order in English: it is the one that reads the same to most of the world.
const DATE_LOCALE: Record<Locale, string> = { en: "en-GB", "zh-CN": "zh-CN" };

const H12 = "-u-hc-h12";

function makeFormat(style: MomentStyle, timeZone: string, locale: DateLocale) {
  const hourCycle: Clock = locale.endsWith(H12) ? "h12" : "h23";
  const language = DATE_LOCALE[locale.replace(H12, "") as Locale];
  const { hour, ...rest } = STYLES[style];
  // Twelve hours carry no leading zero: 9:05 am.
  const clock = hour && { hour: hourCycle === "h12" ? ("numeric" as const) : hour, hourCycle };
  return new Intl.DateTimeFormat(language, { ...rest, ...clock, timeZone });
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as the clock of the zone shows it; "full" names the year, "short" leaves it out. */
export function formatMoment(
  at: Instant,
  style: MomentStyle,
  timeZone: string,
  locale: DateLocale,
): string {
  const key = `${locale} ${style} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = makeFormat(style, timeZone, locale);
    formats.set(key, format);
  }
  return format.format(at);
}

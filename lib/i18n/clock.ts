import type { Locale } from "@/lib/i18n/locales";

/** How a person reads the clock: 24-hour, or 12-hour with morning and afternoon. */
export const CLOCKS = ["h23", "h12"] as const;
export type Clock = (typeof CLOCKS)[number];
export const DEFAULT_CLOCK: Clock = "h23";
export const CLOCK_COOKIE = "clock";

/** A language with the clock its moments are told by. */
export type DateLocale = Locale | `${Locale}-u-hc-h12`;

export function isClock(value: unknown): value is Clock {
  return CLOCKS.some((clock) => clock === value);
}

export const withClock = (locale: Locale, clock: string): DateLocale =>
  clock === "h12" ? `${locale}-u-hc-h12` : locale;

import "server-only";
import { cookies } from "next/headers";
import { isTheme, THEME_COOKIE } from "@/components/shell/theme";
import { cookieOptions } from "@/lib/auth/session-cookie";
import { CLOCK_COOKIE, isClock } from "@/lib/i18n/clock";
import { isLocale, LOCALE_COOKIE } from "@/lib/i18n/locales";

const YEAR_S = 31_536_000;

export type Preferences = { locale?: string | null; theme?: string | null; clock?: string | null };

/** Lets this browser remember a language, a theme and a clock; what is not one of ours is left as it was. */
export async function rememberPreferences({ locale, theme, clock }: Preferences): Promise<void> {
  const jar = await cookies();
  const options = { ...cookieOptions(), maxAge: YEAR_S };
  if (isLocale(locale)) jar.set(LOCALE_COOKIE, locale, options);
  if (isTheme(theme)) jar.set(THEME_COOKIE, theme, options);
  if (isClock(clock)) jar.set(CLOCK_COOKIE, clock, options);
}

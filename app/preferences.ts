import "server-only";
import { cookies } from "next/headers";
import { isTheme, THEME_COOKIE } from "@/components/shell/theme";
import { cookieOptions } from "@/lib/auth/session-cookie";
import { isLocale, LOCALE_COOKIE } from "@/lib/i18n/locales";

const YEAR_S = 31_536_000;

export type Preferences = { locale?: string | null; theme?: string | null };

/** Lets this browser remember a language and a theme; what is not one of ours is left as it was. */
export async function rememberPreferences({ locale, theme }: Preferences): Promise<void> {
  const jar = await cookies();
  const options = { ...cookieOptions(), maxAge: YEAR_S };
  if (isLocale(locale)) jar.set(LOCALE_COOKIE, locale, options);
  if (isTheme(theme)) jar.set(THEME_COOKIE, theme, options);
}

"use server";

import { cookies } from "next/headers";
import { isTheme, THEME_COOKIE } from "@/components/shell/theme";
import { isLocale, LOCALE_COOKIE } from "@/lib/i18n/locales";

const YEAR_S = 31_536_000;
const COOKIE = { path: "/", maxAge: YEAR_S, sameSite: "lax", httpOnly: true } as const;

export async function setLocale(locale: string): Promise<void> {
  if (isLocale(locale)) (await cookies()).set(LOCALE_COOKIE, locale, COOKIE);
}

export async function setTheme(theme: string): Promise<void> {
  if (isTheme(theme)) (await cookies()).set(THEME_COOKIE, theme, COOKIE);
}

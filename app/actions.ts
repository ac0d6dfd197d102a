"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { THEME_COOKIE, THEMES } from "@/components/shell/theme";
import { publicAction } from "@/lib/http/action";
import { LOCALE_COOKIE, LOCALES } from "@/lib/i18n/locales";

const YEAR_S = 31_536_000;
const COOKIE = { path: "/", maxAge: YEAR_S, sameSite: "lax", httpOnly: true } as const;

export const setLocale = publicAction(z.enum(LOCALES), async (_facts, locale) => {
  (await cookies()).set(LOCALE_COOKIE, locale, COOKIE);
});

export const setTheme = publicAction(z.enum(THEMES), async (_facts, theme) => {
  (await cookies()).set(THEME_COOKIE, theme, COOKIE);
});

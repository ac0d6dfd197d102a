"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { THEME_COOKIE, THEMES } from "@/components/shell/theme";
import { cookieOptions } from "@/lib/auth/session-cookie";
import { publicAction } from "@/lib/http/action";
import { LOCALE_COOKIE, LOCALES } from "@/lib/i18n/locales";

const YEAR_S = 31_536_000;

async function remember(name: string, value: string): Promise<void> {
  (await cookies()).set(name, value, { ...cookieOptions(), maxAge: YEAR_S });
}

export const setLocale = publicAction(z.enum(LOCALES), (_facts, locale) =>
  remember(LOCALE_COOKIE, locale),
);

export const setTheme = publicAction(z.enum(THEMES), (_facts, theme) =>
  remember(THEME_COOKIE, theme),
);

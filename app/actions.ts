"use server";

import { z } from "zod";
import { rememberPreferences, type Preferences } from "@/app/preferences";
import { THEMES } from "@/components/shell/theme";
import { rememberMerchant } from "@/lib/auth/merchant-choice";
import { optionalSession } from "@/lib/auth/session";
import { merchantId } from "@/lib/contracts/record-ids";
import { ForbiddenError } from "@/lib/domain/errors";
import { action, publicAction } from "@/lib/http/action";
import { CLOCKS } from "@/lib/i18n/clock";
import { LOCALES } from "@/lib/i18n/locales";
import { setPreferences } from "@/lib/use-cases/users/set-preferences";

async function choose(preferences: Preferences): Promise<void> {
  await rememberPreferences(preferences);
  const session = await optionalSession();
  if (session) await setPreferences(session.ctx, preferences);
}

export const setLocale = publicAction(z.enum(LOCALES), (_facts, locale) => choose({ locale }));

export const setClock = publicAction(z.enum(CLOCKS), (_facts, clock) => choose({ clock }));

export const setTheme = publicAction(z.enum(THEMES), (_facts, theme) => choose({ theme }));

export const chooseMerchant = action(merchantId, async ({ ctx }, wanted) => {
  if (!ctx.actor.memberships.some((own) => own.merchantId === wanted)) throw new ForbiddenError();
  await rememberMerchant(wanted);
});

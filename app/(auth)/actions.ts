"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { THEME_COOKIE } from "@/components/shell/theme";
import { readRequestFacts } from "@/lib/auth/request-facts";
import { dropSessionCookie, writeSessionCookie } from "@/lib/auth/session-cookie";
import { confirmPasswordForm, signInForm, signUpForm } from "@/lib/contracts/sign-in-form";
import { action, publicAction } from "@/lib/http/action";
import { LOCALE_COOKIE } from "@/lib/i18n/locales";
import { confirmPassword as confirm } from "@/lib/use-cases/sessions/confirm-password";
import { revokeSession } from "@/lib/use-cases/sessions/revoke-session";
import { signIn as openSession } from "@/lib/use-cases/sessions/sign-in";
import { redeemSignUpLink } from "@/lib/use-cases/users/redeem-sign-up-link";

const YEAR_S = 31_536_000;
const COOKIE = { path: "/", maxAge: YEAR_S, sameSite: "lax", httpOnly: true } as const;

export const signIn = publicAction(signInForm, async (facts, form) => {
  const { sessionId, locale, theme } = await openSession(form, { ...facts, at: new Date() });
  await writeSessionCookie(sessionId);
  const jar = await cookies();
  if (locale) jar.set(LOCALE_COOKIE, locale, COOKIE);
  if (theme) jar.set(THEME_COOKIE, theme, COOKIE);
});

export const signUp = publicAction(signUpForm, async ({ requestId }, form) =>
  redeemSignUpLink(form, { at: new Date(), requestId }),
);

export const signOut = action(z.undefined(), async ({ ctx }) => {
  await revokeSession(ctx, ctx.actor.sessionId);
  await dropSessionCookie();
});

export const confirmPassword = action(confirmPasswordForm, async ({ ctx }, { password }) => {
  const { address } = await readRequestFacts();
  await confirm(ctx, password, address);
});

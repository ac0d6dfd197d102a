"use server";

import { z } from "zod";
import { rememberPreferences } from "@/app/preferences";
import { openSession } from "@/lib/auth/open-session";
import { readRequestFacts } from "@/lib/auth/request-facts";
import { optionalSession } from "@/lib/auth/session";
import { dropSessionCookie, writeSessionCookie } from "@/lib/auth/session-cookie";
import { confirmPasswordForm, signInForm, signUpForm } from "@/lib/contracts/sign-in-form";
import { action, publicAction } from "@/lib/http/action";
import { confirmPassword as confirm } from "@/lib/use-cases/sessions/confirm-password";
import { revokeSession } from "@/lib/use-cases/sessions/revoke-session";
import { redeemSignUpLink } from "@/lib/use-cases/users/redeem-sign-up-link";

export const signIn = publicAction(signInForm, async (facts, form) => {
  const { sessionId, locale, theme, clock } = await openSession(form, { ...facts, at: new Date() });
  await writeSessionCookie(sessionId);
  await rememberPreferences({ locale, theme, clock });
});

export const signUp = publicAction(signUpForm, async ({ requestId }, form) =>
  redeemSignUpLink(form, { at: new Date(), requestId }),
);

export const signOut = publicAction(z.undefined(), async () => {
  const session = await optionalSession();
  if (session) await revokeSession(session.ctx, session.ctx.actor.sessionId);
  await dropSessionCookie();
});

export const confirmPassword = action(confirmPasswordForm, async ({ ctx }, { password }) => {
  const { address } = await readRequestFacts();
  await confirm(ctx, password, address);
});

import { z } from "zod";

/** What somebody gives to sign in; e-mail in any case. */
export const signInForm = z.strictObject({
  email: z.email({ error: "email" }).max(254),
  password: z.string().min(1, { error: "required" }).max(200),
});
export type SignInForm = z.infer<typeof signInForm>;

/** The password again, before something that matters. */
export const confirmPasswordForm = z.strictObject({
  password: z.string().min(1, { error: "required" }).max(200),
});

/** What the owner of a one-time link chooses: a name, and a password of 12 characters or more. */
export const signUpForm = z.strictObject({
  token: z.string().min(1).max(200),
  name: z.string().trim().min(1, { error: "required" }).max(80),
  password: z.string().min(12, { error: "too_short" }).max(200),
});
export type SignUpForm = z.infer<typeof signUpForm>;

/** A new password, with the present one. */
export const setPasswordForm = z.strictObject({
  current: z.string().min(1, { error: "required" }).max(200),
  password: z.string().min(12, { error: "too_short" }).max(200),
});
export type SetPasswordForm = z.infer<typeof setPasswordForm>;

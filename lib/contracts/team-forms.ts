import { z } from "zod";
import { MERCHANT_ROLES } from "@/lib/domain/access/actor";

/** Somebody new for the team, and as what. */
export const inviteForm = z.strictObject({
  email: z.email({ error: "email" }).max(254),
  role: z.enum(MERCHANT_ROLES),
});
export type InviteForm = z.infer<typeof inviteForm>;

export const colleagueRole = z.strictObject({
  userId: z.string().max(40),
  role: z.enum(MERCHANT_ROLES),
});
export type ColleagueRole = z.infer<typeof colleagueRole>;

export const colleagueActive = z.strictObject({
  userId: z.string().max(40),
  active: z.boolean(),
});
export type ColleagueActive = z.infer<typeof colleagueActive>;

import { z } from "zod";
import { ACQUIRER_ROLES } from "@/lib/domain/access/actor";

export const PersonRef = z.strictObject({ userId: z.string().max(40) });

/** Somebody new among the acquirer's people: e-mail, name, and as what. */
export const InviteStaffForm = z.strictObject({
  email: z.email({ error: "email" }).max(254),
  name: z.string().trim().min(1, { error: "required" }).max(80),
  roles: z.array(z.enum(ACQUIRER_ROLES)).min(1, { error: "no_role" }).max(ACQUIRER_ROLES.length),
});
export type InviteStaffForm = z.infer<typeof InviteStaffForm>;

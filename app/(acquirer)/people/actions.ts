"use server";

import { revalidatePath } from "next/cache";
import { InviteStaffForm, PersonRef } from "@/lib/contracts/people-forms";
import { ChangeRef } from "@/lib/contracts/settings-form";
import { action } from "@/lib/http/action";
import { env } from "@/lib/platform/env";
import { changeSetting } from "@/lib/use-cases/settings/change-setting";
import { confirmInvitation as confirm } from "@/lib/use-cases/users/confirm-invitation";
import { deactivatePerson } from "@/lib/use-cases/users/deactivate-person";
import { declineSignUpLink } from "@/lib/use-cases/users/decline-sign-up-link";
import { reactivatePerson } from "@/lib/use-cases/users/reactivate-person";

export const invite = action(InviteStaffForm, async ({ ctx }, { email, name, roles }) => {
  const values = { before: { name: null, roles: [] }, after: { name, roles } };
  await changeSetting(ctx, { kind: "invitation", key: email.toLowerCase(), ...values });
  revalidatePath("/", "layout");
});

// The page is shown anew when the link is put away: until then it must stay.
export const confirmInvitation = action(ChangeRef, async ({ ctx }, { changeId }) => {
  const { token, expiresAt } = await confirm(ctx, changeId);
  return { url: `${env().publicUrl}/sign-up?token=${token}`, expiresAt };
});

export const declineLink = action(PersonRef, async ({ ctx }, { userId }) => {
  await declineSignUpLink(ctx, userId);
  revalidatePath("/", "layout");
});

export const deactivate = action(PersonRef, async ({ ctx }, { userId }) => {
  await deactivatePerson(ctx, userId);
  revalidatePath("/people");
});

export const reactivate = action(PersonRef, async ({ ctx }, { userId }) => {
  await reactivatePerson(ctx, userId);
  revalidatePath("/people");
});

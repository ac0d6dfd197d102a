"use server";

import { revalidatePath } from "next/cache";
import { colleagueActive, colleagueRole, inviteForm } from "@/lib/contracts/team-forms";
import { merchantAction } from "@/lib/http/action";
import { env } from "@/lib/platform/env";
import { inviteColleague } from "@/lib/use-cases/users/invite-colleague";
import { setColleagueActive } from "@/lib/use-cases/users/set-colleague-active";
import { setColleagueRole } from "@/lib/use-cases/users/set-colleague-role";

export const invite = merchantAction(inviteForm, async ({ ctx, merchantId }, form) => {
  const { token, expiresAt } = await inviteColleague(ctx, merchantId, form);
  revalidatePath("/team");
  return { url: `${env().publicUrl}/sign-up?token=${token}`, expiresAt };
});

export const setRole = merchantAction(colleagueRole, async ({ ctx, merchantId }, change) => {
  await setColleagueRole(ctx, merchantId, change);
  revalidatePath("/team");
});

export const setActive = merchantAction(colleagueActive, async ({ ctx, merchantId }, change) => {
  const answer = await setColleagueActive(ctx, merchantId, change);
  revalidatePath("/team");
  return answer;
});

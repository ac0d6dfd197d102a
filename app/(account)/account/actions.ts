"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { readRequestFacts } from "@/lib/auth/request-facts";
import { setPasswordForm } from "@/lib/contracts/sign-in-form";
import { action } from "@/lib/http/action";
import { revokeOtherSessions } from "@/lib/use-cases/sessions/revoke-other-sessions";
import { revokeSession } from "@/lib/use-cases/sessions/revoke-session";
import { setPassword } from "@/lib/use-cases/users/set-password";

const Named = z.strictObject({ sessionId: z.string().max(40) });

export const endSession = action(Named, async ({ ctx }, { sessionId }) => {
  await revokeSession(ctx, sessionId);
  revalidatePath("/account");
});

export const endOtherSessions = action(z.undefined(), async ({ ctx }) => {
  const answer = await revokeOtherSessions(ctx);
  revalidatePath("/account");
  return answer;
});

export const changePassword = action(setPasswordForm, async ({ ctx }, form) => {
  const { address } = await readRequestFacts();
  const answer = await setPassword(ctx, form, address);
  revalidatePath("/account");
  return answer;
});

"use server";

import { z } from "zod";
import { action } from "@/lib/http/action";
import { env } from "@/lib/platform/env";
import { issueSignUpLink } from "@/lib/use-cases/users/issue-sign-up-link";

const Person = z.strictObject({ merchantId: z.string().max(15), userId: z.string().max(40) });

export const issueLink = action(Person, async ({ ctx }, { merchantId, userId }) => {
  const { token, expiresAt } = await issueSignUpLink(ctx, merchantId, userId);
  return { url: `${env().publicUrl}/sign-up?token=${token}`, expiresAt };
});

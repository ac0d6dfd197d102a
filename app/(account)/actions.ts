"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { IssuedLink } from "@/lib/domain/access/sign-up-links";
import { action } from "@/lib/http/action";
import { env } from "@/lib/platform/env";
import { askForSignUpLink } from "@/lib/use-cases/users/ask-for-sign-up-link";
import { confirmSignUpLink } from "@/lib/use-cases/users/confirm-sign-up-link";
import { issueSignUpLink } from "@/lib/use-cases/users/issue-sign-up-link";

const Person = z.strictObject({ merchantId: z.string().max(15), userId: z.string().max(40) });

const Colleague = z.strictObject({ userId: z.string().max(40) });

const shown = ({ token, expiresAt }: IssuedLink) => ({
  url: `${env().publicUrl}/sign-up?token=${token}`,
  expiresAt,
});

export const issueLink = action(Person, async ({ ctx }, { merchantId, userId }) =>
  shown(await issueSignUpLink(ctx, merchantId, userId)),
);

export const askForLink = action(Colleague, async ({ ctx }, { userId }) => {
  await askForSignUpLink(ctx, userId);
  revalidatePath("/people");
});

export const confirmLink = action(Colleague, async ({ ctx }, { userId }) =>
  shown(await confirmSignUpLink(ctx, userId)),
);

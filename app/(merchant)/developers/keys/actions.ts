"use server";

import { revalidatePath } from "next/cache";
import { ApiKeyForm, ApiKeyRef } from "@/lib/contracts/api-key-form";
import { merchantAction } from "@/lib/http/action";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";
import { revokeApiKeyOf } from "@/lib/use-cases/api-keys/revoke-api-key-of";

export const createKey = merchantAction(ApiKeyForm, async ({ ctx, merchantId }, wanted) => {
  const { key } = await createApiKey(ctx, { merchantId, ...wanted });
  revalidatePath("/developers/keys");
  return { key };
});

export const revokeKey = merchantAction(ApiKeyRef, async ({ ctx, merchantId }, { keyId }) => {
  await revokeApiKeyOf(ctx, merchantId, keyId);
  revalidatePath("/developers/keys");
});

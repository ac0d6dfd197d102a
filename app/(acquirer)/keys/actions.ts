"use server";

import { revalidatePath } from "next/cache";
import { ApiKeyForm, ApiKeyRef } from "@/lib/contracts/api-key-form";
import { ACQUIRER } from "@/lib/domain/ids";
import { action } from "@/lib/http/action";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";
import { revokeApiKeyOf } from "@/lib/use-cases/api-keys/revoke-api-key-of";

export const createKey = action(ApiKeyForm, async ({ ctx }, wanted) => {
  const { key } = await createApiKey(ctx, { merchantId: ACQUIRER, ...wanted });
  revalidatePath("/keys");
  return { key };
});

export const revokeKey = action(ApiKeyRef, async ({ ctx }, { keyId }) => {
  await revokeApiKeyOf(ctx, ACQUIRER, keyId);
  revalidatePath("/keys");
});

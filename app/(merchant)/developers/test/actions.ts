"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { merchantAction } from "@/lib/http/action";
import { clearTrials } from "@/lib/use-cases/trials/clear-trials";

const Nothing = z.strictObject({});

export const clear = merchantAction(Nothing, async ({ ctx, merchantId }) => {
  await clearTrials(ctx, merchantId);
  revalidatePath("/developers/test");
});

"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { merchantAction } from "@/lib/http/action";
import { clearTestData } from "@/lib/use-cases/test-data/clear-test-data";

const Nothing = z.strictObject({});

export const clear = merchantAction(Nothing, async ({ ctx, merchantId }) => {
  await clearTestData(ctx, merchantId);
  revalidatePath("/developers/test");
});

"use server";

import { revalidatePath } from "next/cache";
import { BatchDecisionSent, BatchRef } from "@/lib/contracts/limit-batches";
import { action } from "@/lib/http/action";
import { decideLimitBatch } from "@/lib/use-cases/limit-batches/decide-limit-batch";
import { withdrawLimitBatch } from "@/lib/use-cases/limit-batches/withdraw-limit-batch";

const refresh = () => revalidatePath("/queue", "layout");

export const decide = action(BatchDecisionSent, async ({ ctx }, decision) => {
  const outcome = await decideLimitBatch(ctx, decision);
  refresh();
  return outcome;
});

export const withdraw = action(BatchRef, async ({ ctx }, { limitBatchId }) => {
  await withdrawLimitBatch(ctx, limitBatchId);
  refresh();
});

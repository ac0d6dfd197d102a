"use server";

import { revalidatePath } from "next/cache";
import { PersonRef } from "@/lib/contracts/people-forms";
import { action } from "@/lib/http/action";
import { deactivatePerson } from "@/lib/use-cases/users/deactivate-person";
import { reactivatePerson } from "@/lib/use-cases/users/reactivate-person";

export const deactivate = action(PersonRef, async ({ ctx }, { userId }) => {
  await deactivatePerson(ctx, userId);
  revalidatePath("/people");
});

export const reactivate = action(PersonRef, async ({ ctx }, { userId }) => {
  await reactivatePerson(ctx, userId);
  revalidatePath("/people");
});

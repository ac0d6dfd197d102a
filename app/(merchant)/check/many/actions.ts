"use server";

import { CheckManyInput } from "@/lib/contracts/check-form";
import { merchantAction } from "@/lib/http/action";
import { writeCheckAnswer } from "@/lib/http/check-answer";
import { runCheck } from "@/lib/use-cases/checks/run-check";

const TOLD = { source: "portal", write: writeCheckAnswer } as const;

/** Each charge is judged and recorded by itself, as a batch of the API is. */
export const runChecks = merchantAction(CheckManyInput, ({ ctx, merchantId }, { charges }) =>
  Promise.all(
    charges.map(async (proposal) => {
      const { checkId, result } = await runCheck(ctx, merchantId, { proposal }, TOLD);
      return { checkId, result };
    }),
  ),
);

"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { cookieOptions } from "@/lib/auth/session-cookie";
import { CheckInput } from "@/lib/contracts/check-form";
import { TERMINAL_ID_PATTERN } from "@/lib/domain/ids";
import { merchantAction } from "@/lib/http/action";
import { writeCheckAnswer } from "@/lib/http/check-answer";
import { getCheckPreview } from "@/lib/use-cases/checks/get-check-preview";
import { runCheck as run } from "@/lib/use-cases/checks/run-check";

const YEAR_S = 31_536_000;

export const loadSnapshot = merchantAction(
  z.string().regex(TERMINAL_ID_PATTERN),
  ({ ctx, merchantId }, terminalId) => getCheckPreview(ctx, merchantId, terminalId),
);

export const runCheck = merchantAction(CheckInput, async ({ ctx, merchantId }, proposal) => {
  const options = { source: "portal", write: writeCheckAnswer } as const;
  const { checkId, result, answer } = await run(ctx, merchantId, { proposal }, options);
  const snapshot = await getCheckPreview(ctx, merchantId, proposal.terminalId);
  const remembered = { ...cookieOptions(), maxAge: YEAR_S };
  (await cookies()).set("terminal", proposal.terminalId, remembered);
  return { checkId, result, answerJson: JSON.stringify(JSON.parse(answer), null, 2), snapshot };
});

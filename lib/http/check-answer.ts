import "server-only";
import { toCheck, type AnsweredCheck } from "@/lib/contracts/check-answer";
import type { CheckRequest } from "@/lib/contracts/checks";
import { reasonText } from "@/lib/i18n/reason-text";
import type { CheckQuestion } from "@/lib/use-cases/checks/run-check";

/** A check's answer as JSON text, its reasons said in both languages. */
export function writeCheckAnswer(run: AnsweredCheck): string {
  const { merchantId, proposal, timeZone } = run;
  const { terminalId, amountMinor, currency } = proposal;
  const charge = { merchantId, terminalId, amountMinor, currency };
  return JSON.stringify(toCheck(run, (reason) => reasonText(reason, charge, timeZone)));
}

/** What a till sent, as the question the engine answers. */
export function toQuestion(request: CheckRequest): CheckQuestion {
  return {
    proposal: {
      terminalId: request.terminal_id,
      amountMinor: request.amount.value,
      currency: request.amount.currency,
      entryMode: request.entry_mode,
      fundingSource: request.funding_source,
      cardOrigin: request.card_origin,
      cardExpiry: request.card_expiry,
    },
    occursAt: request.occurs_at,
  };
}

import "server-only";
import { toCheck, type AnsweredCheck } from "@/lib/contracts/check-answer";
import type { Check, CheckRequest } from "@/lib/contracts/checks";
import { namesOtherMerchant, toldToMerchant } from "@/lib/contracts/told-to-merchant";
import type { Reason } from "@/lib/domain/limit-check/reason";
import { TRAITS } from "@/lib/domain/limit-check/traits";
import { reasonText } from "@/lib/i18n/reason-text";
import type { ToMerchant } from "@/lib/use-cases/checks/get-check";
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

const UNKNOWN_TERMINAL: Reason = {
  code: "TERMINAL_NOT_FOUND",
  ...TRAITS.TERMINAL_NOT_FOUND,
  expectedCode: null,
  about: { kind: "none" },
};

/** A recorded answer as a merchant hears it, whoever asked. */
export const tellMerchant: ToMerchant = (answer, unknownTerminal) => {
  const check = answer as Check;
  if (!namesOtherMerchant(check)) return answer;
  const { merchant_id: merchantId, terminal_id: terminalId, amount } = check;
  const charge = { merchantId, terminalId, amountMinor: amount.value, currency: amount.currency };
  return toldToMerchant(check, {
    message: reasonText(UNKNOWN_TERMINAL, charge, "UTC"),
    codeIn: (profile) =>
      unknownTerminal.find(({ profileId }) => profileId === profile)?.responseCode ?? null,
  });
};

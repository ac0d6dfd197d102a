import type { Check } from "@/lib/contracts/checks";
import { TRAITS } from "@/lib/domain/limit-check/traits";
import { BARE_FAILURE_CODE } from "@/lib/domain/response-codes/profiles";

type Reason = Check["reasons"][number];

/** What is said of an unknown terminal: the sentence, and the code a profile expects, if any. */
export type UnknownTerminal = {
  message: Reason["message"];
  codeIn: (profile: string) => string | null;
};

const showsBareFailure = ({ severity, expected_response_code: expected }: Reason) =>
  severity === "block" && expected?.code === BARE_FAILURE_CODE;

function riskOf(reasons: readonly Reason[], before: Check["code_21"]): Check["code_21"] {
  if (reasons.some(showsBareFailure)) return { risk: "high", probability: 0.99, basis: "rule" };
  if (before.risk !== "high") return before;
  return { risk: "none", probability: null, basis: "none" };
}

/** Whether a recorded answer says what a merchant must not hear. */
export const namesOtherMerchant = (answer: Partial<Check>): boolean =>
  answer.reasons?.some(({ code }) => code === "TERMINAL_MERCHANT_MISMATCH") ?? false;

/** A recorded check as a merchant hears it: another merchant's terminal is one that is not found. */
export function toldToMerchant(check: Check, { message, codeIn }: UnknownTerminal): Check {
  const reasons = check.reasons.map((reason): Reason => {
    if (reason.code !== "TERMINAL_MERCHANT_MISMATCH") return reason;
    const { severity, owner, cause, action } = TRAITS.TERMINAL_NOT_FOUND;
    const profile = reason.expected_response_code?.profile;
    const expected = profile === undefined ? null : codeIn(profile);
    return {
      ...{ code: "TERMINAL_NOT_FOUND", severity, owner, cause },
      expected_response_code:
        profile === undefined || expected === null ? null : { profile, code: expected },
      ...{ action, message },
    };
  });
  return { ...check, reasons, code_21: riskOf(reasons, check.code_21) };
}

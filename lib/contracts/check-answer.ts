import type { Check } from "@/lib/contracts/checks";
import { writeInstant, writeOptionalInstant } from "@/lib/contracts/instant";
import { toMoney } from "@/lib/contracts/money";
import {
  NOT_CHECKED,
  type CheckResult,
  type Suggestion,
} from "@/lib/domain/limit-check/check-result";
import type { LimitFigures, Reason } from "@/lib/domain/limit-check/reason";
import type { Proposal } from "@/lib/domain/limit-check/snapshot";

/** A check that ran: what was asked, what came out, and whose profile and zone it is told in. */
export type AnsweredCheck = {
  checkId: string;
  merchantId: string;
  proposal: Proposal;
  result: CheckResult;
  profile: string;
  timeZone: string;
};

type Sentence = (reason: Reason) => { en: string; zh: string };
type WireReason = Check["reasons"][number];
type LimitPart = Pick<
  WireReason,
  | "limit_id"
  | "scope"
  | "window"
  | "limit"
  | "used"
  | "reserved"
  | "remaining"
  | "resets_at"
  | "assumed"
>;

const NOT_CHECKED_LIST = [...NOT_CHECKED];

/** Amounts are money, counts plain numbers; a per-transaction limit has nothing used, reserved or reset. */
function limitPart(about: LimitFigures, timeZone: string): LimitPart {
  const figure = (value: number) =>
    about.measure === "amount" ? toMoney(value, about.currency) : value;
  return {
    limit_id: about.limitId,
    scope: about.scope,
    window: about.window,
    limit: figure(about.limit),
    used: about.used === null ? null : figure(about.used),
    reserved: about.reserved === null ? null : figure(about.reserved),
    remaining: figure(about.remaining),
    resets_at: writeOptionalInstant(about.resetsAt, timeZone),
    assumed: [...about.assumed],
  };
}

function toReason(
  reason: Reason,
  { profile, timeZone }: AnsweredCheck,
  sentence: Sentence,
): WireReason {
  const { code, severity, owner, cause, action, expectedCode, about } = reason;
  return {
    code,
    severity,
    owner,
    cause,
    ...(about.kind === "limit" && limitPart(about, timeZone)),
    expected_response_code: expectedCode === null ? null : { profile, code: expectedCode },
    action,
    message: sentence(reason),
  };
}

function toSuggestion(suggestion: Suggestion, timeZone: string): Check["suggestions"][number] {
  switch (suggestion.kind) {
    case "reduce_amount":
      return {
        kind: "reduce_amount",
        amount: toMoney(suggestion.amountMinor, suggestion.currency),
      };
    case "wait_until":
      return { kind: "wait_until", at: writeInstant(suggestion.at, timeZone) };
    case "use_terminal":
      return { kind: "use_terminal", terminal_id: suggestion.terminalId };
    case "request_limit_change": {
      const { limitId, currency, maxAmountMinor, maxCount, minAmountMinor } = suggestion;
      return {
        kind: "request_limit_change",
        limit_id: limitId,
        ...(maxAmountMinor !== undefined && { max_amount: toMoney(maxAmountMinor, currency) }),
        ...(maxCount !== undefined && { max_count: maxCount }),
        ...(minAmountMinor !== undefined && { min_amount: toMoney(minAmountMinor, currency) }),
      };
    }
  }
}

/** A check as the contract shapes it; `sentence` says a reason in both languages. */
export function toCheck(run: AnsweredCheck, sentence: Sentence): Check {
  const { proposal, result, timeZone } = run;
  const { headroom } = result;
  const { currency } = proposal;
  return {
    id: run.checkId,
    decision: result.decision,
    code_21: result.code21,
    merchant_id: run.merchantId,
    terminal_id: proposal.terminalId,
    amount: toMoney(proposal.amountMinor, currency),
    reasons: result.reasons.map((reason) => toReason(reason, run, sentence)),
    headroom: {
      amount: headroom.amountMinor === null ? null : toMoney(headroom.amountMinor, currency),
      count: headroom.count,
      resets_at: writeOptionalInstant(headroom.resetsAt, timeZone),
    },
    suggestions: result.suggestions.map((suggestion) => toSuggestion(suggestion, timeZone)),
    not_checked: NOT_CHECKED_LIST,
    evaluated_at: writeInstant(result.evaluatedAt, timeZone),
  };
}

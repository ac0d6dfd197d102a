import { holdsCardNumber } from "@/lib/domain/card-number";
import type { Instant } from "@/lib/domain/instant";
import type { Mode } from "@/lib/domain/mode";

/** A request of a merchant's key as the API answered it. */
export type ApiRequest = {
  apiRequestId: string;
  keyId: string;
  /** Null for a key that is not there any more. */
  keyName: string | null;
  mode: Mode;
  requestedAt: Instant;
  method: string;
  /** With its query. */
  path: string;
  status: number;
  requestId: string;
  /** Where the answer was one check. */
  check: { checkId: string; decision: "approve" | "review" | "decline" } | null;
  /** JSON; null when none was sent or it is not kept. */
  body: string | null;
};

/** Requests are kept for 7 days. */
export const API_REQUEST_DAYS = 7;

/** The longest body that is kept, in bytes of UTF-8. */
export const MOST_BODY_BYTES = 2_048;

/** Of one merchant so many at once are kept, and then one a second. */
export const REQUEST_BURST = 200;

export type RequestBudget = { left: number; at: Instant };

/** What is left of a merchant's budget after one more request, or null when there is none left. */
export function spendBudget(budget: RequestBudget | undefined, at: Instant): RequestBudget | null {
  if (!budget) return { left: REQUEST_BURST - 1, at };
  const earned = Math.max(0, at - budget.at) / 1_000;
  const left = Math.min(REQUEST_BURST, budget.left + earned);
  return left < 1 ? null : { left: left - 1, at: Math.max(at, budget.at) };
}

/** The path of an address as it is kept: its digits blotted out where one looks like a card number. */
export function keptPath(url: string): string {
  const path = url.replace(/^https?:\/\/[^/]*/, "").slice(0, 1_000);
  return holdsCardNumber(path) ? path.replace(/\d/g, "*") : path;
}

const CHECK_ID = /"id":"(chk_[0-9A-HJKMNP-TV-Z]{26})"/;
const DECISION = /"decision":"(approve|review|decline)"/;

/** The check that an answer to POST /checks is; null for any other answer. */
export function checkTold(
  path: string,
  told: string | undefined,
): { checkId: string; decision: string } | null {
  if (told === undefined || !/\/checks(\?|$)/.test(path)) return null;
  const [, checkId] = CHECK_ID.exec(told) ?? [];
  const [, decision] = DECISION.exec(told) ?? [];
  return checkId && decision ? { checkId, decision } : null;
}

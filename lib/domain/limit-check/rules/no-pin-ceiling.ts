import { makeReason } from "@/lib/domain/limit-check/make-reason";
import { NO_REASONS, type Rule } from "@/lib/domain/limit-check/rule";

const CEILING = { kind: "ceiling", currency: "CNY", ceilingMinor: 100_000 } as const;

/** A contactless charge above 1000 CNY: the card will ask for a PIN; exactly 1000 does not. */
export const noPinCeiling: Rule = (snapshot, { entryMode, currency, amountMinor }) => {
  if (entryMode !== "contactless" || currency !== CEILING.currency) return NO_REASONS;
  if (amountMinor <= CEILING.ceilingMinor) return NO_REASONS;
  return [makeReason("NO_PIN_CEILING", snapshot, CEILING)];
};

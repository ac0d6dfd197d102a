import { makeReason } from "@/lib/domain/limit-check/make-reason";
import { NO_REASONS, type Rule, type TerminalSnapshot } from "@/lib/domain/limit-check/rule";
import { currencyNotSupported } from "@/lib/domain/limit-check/rules/currency-not-supported";

/** No maximum amount binds the charge, and its currency is not refused for that. */
export const noLimitConfigured: Rule<TerminalSnapshot> = (snapshot, proposal, moment) => {
  if (moment.limits.some(({ version }) => version.maxAmountMinor !== null)) return NO_REASONS;
  if (currencyNotSupported(snapshot, proposal, moment).length > 0) return NO_REASONS;
  return [makeReason("NO_LIMIT_CONFIGURED", snapshot)];
};

import { makeReason } from "@/lib/domain/limit-check/make-reason";
import { NO_REASONS, type Rule } from "@/lib/domain/limit-check/rule";

/** A terminal id that is registered, but for another merchant. */
export const terminalMerchantMismatch: Rule = (snapshot) =>
  snapshot.terminal === "other_merchant"
    ? [makeReason("TERMINAL_MERCHANT_MISMATCH", snapshot)]
    : NO_REASONS;

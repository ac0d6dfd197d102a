import { makeReason } from "@/lib/domain/limit-check/make-reason";
import { NO_REASONS, type Rule } from "@/lib/domain/limit-check/rule";

const CEILING = { kind: "ceiling", currency: "CNY", ceilingMinor: 50_000 } as const;

/** A static QR code said to be used for more than the 500 CNY a lowest-tier wallet may pay in a day. */
export const staticQrTierCeiling: Rule = (snapshot, { entryMode, currency, amountMinor }) => {
  if (entryMode !== "qr_static" || currency !== CEILING.currency) return NO_REASONS;
  if (amountMinor <= CEILING.ceilingMinor) return NO_REASONS;
  return [makeReason("STATIC_QR_TIER_CEILING", snapshot, CEILING)];
};

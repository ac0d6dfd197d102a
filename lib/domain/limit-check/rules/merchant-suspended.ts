import { makeReason } from "@/lib/domain/limit-check/make-reason";
import { type MerchantSnapshot, NO_REASONS, type Rule } from "@/lib/domain/limit-check/rule";

/** A merchant the acquirer has suspended, whatever its switches say. */
export const merchantSuspended: Rule<MerchantSnapshot> = (snapshot) => {
  const { status, statusReason } = snapshot.merchant;
  if (status !== "suspended") return NO_REASONS;
  return [makeReason("MERCHANT_SUSPENDED", snapshot, { kind: "status", status, statusReason })];
};

import { makeReason } from "@/lib/domain/limit-check/make-reason";
import { type MerchantSnapshot, NO_REASONS, type Rule } from "@/lib/domain/limit-check/rule";

/** A merchant whose contract has ended. */
export const merchantClosed: Rule<MerchantSnapshot> = (snapshot) => {
  const { status, statusReason } = snapshot.merchant;
  if (status !== "closed") return NO_REASONS;
  return [makeReason("MERCHANT_CLOSED", snapshot, { kind: "status", status, statusReason })];
};

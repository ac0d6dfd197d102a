import { makeReason } from "@/lib/domain/limit-check/make-reason";
import { type MerchantSnapshot, NO_REASONS, type Rule } from "@/lib/domain/limit-check/rule";

/** A merchant whose acceptance switch is off, or who is not activated yet. */
export const paymentAcceptanceDisabled: Rule<MerchantSnapshot> = (snapshot) => {
  const { status, statusReason, paymentAcceptance } = snapshot.merchant;
  if (!paymentAcceptance.enabled) {
    const about = { status: "disabled", statusReason: paymentAcceptance.reason };
    return [makeReason("PAYMENT_ACCEPTANCE_DISABLED", snapshot, { kind: "status", ...about })];
  }
  if (status !== "pending") return NO_REASONS;
  const about = { kind: "status", status, statusReason } as const;
  return [makeReason("PAYMENT_ACCEPTANCE_DISABLED", snapshot, about)];
};
